"""A house's database lets in that house's roles and nobody else."""

import psycopg2
import pytest


def connect(url):
    return psycopg2.connect(url.replace("+psycopg2", ""))


@pytest.fixture
def homework(database_server):
    database = database_server.empty_database("homework")
    yield database
    database.drop()


@pytest.fixture
def notify(database_server):
    database = database_server.empty_database("notify")
    yield database
    database.drop()


@pytest.mark.parametrize("role", ["homework_owner", "homework", "homework_relay", "homework_sweep"])
def test_each_role_of_a_house_gets_in_and_has_no_power_over_the_server(homework, role):
    connection = connect(homework.url(role))
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = user")
        assert cursor.fetchone() == (False, False, False, False)
    connection.close()


def test_a_house_cannot_even_connect_to_another_houses_database(homework, notify):
    foreign = homework.url("homework").replace(homework.name, notify.name)
    with pytest.raises(psycopg2.OperationalError, match="permission denied"):
        connect(foreign)


def test_a_wrong_password_is_refused(homework):
    right = homework.passwords["homework"]
    with pytest.raises(psycopg2.OperationalError, match="authentication failed"):
        connect(homework.url("homework").replace(right, "0" * len(right)))


def test_the_owner_may_make_tables_and_the_house_may_not(homework):
    owner, house = connect(homework.url("homework_owner")), connect(homework.url("homework"))
    with owner, owner.cursor() as cursor:
        cursor.execute("CREATE TABLE public.thing (id int)")
    with pytest.raises(psycopg2.errors.InsufficientPrivilege), house, house.cursor() as cursor:
        cursor.execute("CREATE TABLE public.other (id int)")
    owner.close()
    house.close()


def test_preparing_again_changes_nothing_that_stands(homework):
    owner = connect(homework.url("homework_owner"))
    with owner, owner.cursor() as cursor:
        cursor.execute("CREATE TABLE public.kept (id int)")
    homework.prepare()
    with owner, owner.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM public.kept")
        assert cursor.fetchone() == (0,)
    owner.close()


def test_a_note_about_a_database_stays_until_the_next(homework):
    assert homework.note is None
    homework.keep_note("demo district: loaded")
    assert homework.note == "demo district: loaded"


def test_a_migrated_database_is_ready_for_its_house(fresh_database):
    database = fresh_database("notify")
    connection = connect(database.url("notify"))
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM migration")
        assert cursor.fetchone()[0] > 0
    connection.close()

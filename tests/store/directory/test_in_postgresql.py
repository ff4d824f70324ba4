"""What only a real database can show: walls between schools, secrets that are not kept, processes that share counts."""

import hashlib
import threading
from dataclasses import replace

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import ProgrammingError

from contracts.actor import Grant, Role
from contracts.errors import TooManyTries
from plumbing.scope import PLATFORM
from services.directory.domain.patience import AT_ONE_PLACE
from services.directory.domain.tries import Tries
from tests.store.directory.test_second_factor import Telephone

_PERSON = text("""
SELECT name, jsonb_build_object('row', to_jsonb(person), 'sealed', encode(phone_sealed, 'hex'),
  'index', encode(phone_index, 'hex')) FROM person WHERE person_id = :person_id
""")


def test_a_transaction_sees_the_children_of_its_own_school_only(real_stage):
    stage, database = real_stage, real_stage.store.house.database
    for scope, count in ((stage.within(stage.first), 3), (stage.within(stage.second), 1), (PLATFORM, 0)):
        with database.begin(scope) as connection:
            assert connection.execute(text("SELECT count(*) FROM pupil")).scalar() == count


def test_neither_token_nor_password_nor_typed_login_is_kept(real_stage, directory_inspector):
    signed = real_stage.sign_in(real_stage.parent)
    real_stage.knock("a password typed as a login")
    with directory_inspector.begin(PLATFORM) as connection:
        for table in ("session", "tries", "account", "outbox"):
            kept = connection.execute(text(f"SELECT t::text FROM {table} t")).scalars().all()
            assert kept
            assert not [row for row in kept if signed.token in row or "typed as a login" in row]
            assert table == "account" or not [row for row in kept if real_stage.parent.login in row]


def test_nobody_but_the_house_may_look_across_schools(directory_database):
    from plumbing.database import Database  # noqa: PLC0415

    relay = Database(directory_database.url("directory_relay"), pool_size=1)
    with pytest.raises(ProgrammingError, match="permission denied"), relay.begin(PLATFORM) as connection:
        connection.execute(text("SELECT * FROM grants_of(gen_random_uuid())"))
    relay.engine.dispose()


def test_guesses_made_at_the_same_moment_are_each_counted(real_stage):
    """However many come together, no more are looked at than come unhindered."""
    heard, start = [], threading.Barrier(12)

    def guess():
        start.wait()
        try:
            real_stage.knock(real_stage.parent.login)
            heard.append(True)
        except TooManyTries:
            heard.append(False)

    guessers = [threading.Thread(target=guess) for _ in range(12)]
    for guesser in guessers:
        guesser.start()
    for guesser in guessers:
        guesser.join()
    assert heard.count(True) == AT_ONE_PLACE.free


_FORGET = text("""
DELETE FROM tries WHERE name IN (SELECT name FROM tries WHERE forgotten_from <= qingfu.now() FOR UPDATE SKIP LOCKED)
""")


def test_a_count_that_is_being_taken_is_not_forgotten_by_others_meanwhile(real_stage):
    house, name = real_stage.store.house, f"login {real_stage.mark}"
    database = house.database

    def unit_of(connection):
        return house.unit(connection, scope=PLATFORM, request_id="test")

    def others_forget(*_):
        with database.begin(PLATFORM) as another:
            another.execute(_FORGET)

    with database.begin(PLATFORM) as connection:
        unit_of(connection).take_tries([name])  # counted, and remembered for no time at all
    with database.begin(PLATFORM) as connection:
        event.listen(connection, "after_cursor_execute", others_forget)
        assert unit_of(connection).take_tries([name]) == {name: Tries()}


def test_whoever_reads_the_whole_database_reads_no_phone_number(real_stage):
    parent = real_stage.parent
    rows = real_stage.store.look(_PERSON, person_id=parent.person_id)
    assert [name for name, _ in rows] == [parent.name]
    assert parent.phone not in str(rows[0])


def test_the_house_itself_can_read_and_find_the_number(real_stage):
    stage, parent = real_stage, real_stage.parent
    (_, row), = real_stage.store.look(_PERSON, person_id=parent.person_id)
    house = stage.store.house
    with house.database.begin(stage.district) as connection:
        unit = house.unit(connection, scope=stage.district, request_id="test")
        assert unit.opened_phone(parent.person_id, bytes.fromhex(row["sealed"])) == parent.phone
        assert unit.phone_index(parent.phone).hex() == row["index"]


_EVERY_CODE = text("SELECT to_jsonb(second_factor)::text || (SELECT json_agg(card)::text FROM card) FROM second_factor")


def test_no_code_on_paper_can_be_read_in_the_database(real_stage, later):
    head = real_stage.actors(real_stage.head)[0]
    telephone = Telephone(real_stage.begin_factor(head).secret, later)
    sheet = real_stage.confirm_factor(head, telephone.code())
    office = replace(head, grants=(Grant(role=Role.ACADEMIC_OFFICE),))
    (card,) = real_stage.print_staff_cards(office, real_stage.head).cards
    kept = "".join(said for (said,) in real_stage.store.look(_EVERY_CODE))
    assert "recovery" in kept and "code_index" in kept
    for code in (*sheet, card.code, telephone.secret):
        plain = code.replace("-", "")
        for written in (code, plain, plain.encode().hex(), hashlib.sha256(plain.encode()).hexdigest()):
            assert written not in kept

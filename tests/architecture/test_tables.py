"""One school never sees another: every table of every house says whose it is, and PostgreSQL holds it to that."""

import pytest

from contracts.catalogue import HOUSES
from ops.databases import as_superuser

KINDS = {"platform", "district", "school"}


@pytest.fixture(scope="module", params=HOUSES)
def house(request, database_of):
    """Return the name of a house and a function that asks its database as its superuser."""
    database = database_of(request.param)

    def ask(sql, *values):
        with as_superuser(database.inside_admin_url) as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall()

    return request.param, ask


def tables(ask):
    """Return {table: kind}."""
    found = ask(
        "SELECT relname, obj_description(oid) FROM pg_class"
        " WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
    )
    return dict(found)


def of_kind(ask, kind):
    return [table for table, declared in tables(ask).items() if declared == kind]


def test_every_table_declares_its_kind(house):
    _, ask = house
    undeclared = {table: kind for table, kind in tables(ask).items() if kind not in KINDS}
    assert not undeclared


@pytest.mark.parametrize("kind", ["school", "district"])
def test_a_fenced_table_is_fenced_by_the_database_itself(house, kind):
    name, ask = house
    for table in of_kind(ask, kind):
        fenced = ask("SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE oid = %s::regclass", table)
        assert fenced == [(True, True)], table
        policies = ask(
            "SELECT qual, with_check FROM pg_policies WHERE tablename = %s AND roles @> ARRAY[%s]::name[]", table, name
        )
        fence = f"({kind}_id = qingfu.{kind}())"
        assert policies == [(fence, fence)], table


@pytest.mark.parametrize("kind", ["school", "district"])
def test_a_fenced_row_always_belongs_to_somebody(house, kind):
    _, ask = house
    for table in of_kind(ask, kind):
        nullable = ask(
            "SELECT is_nullable FROM information_schema.columns WHERE table_schema = 'public'"
            " AND table_name = %s AND column_name = %s", table, f"{kind}_id",
        )
        assert nullable == [("NO",)], table


def test_every_key_of_a_school_table_contains_the_school(house):
    """An own key per school: another school's id is neither found nor betrayed by a collision."""
    _, ask = house
    for table in of_kind(ask, "school"):
        for constraint, columns in ask(
            "SELECT conname, array_agg(attname::text) FROM pg_constraint JOIN pg_attribute"
            " ON attrelid = conrelid AND attnum = ANY(conkey)"
            " WHERE conrelid = %s::regclass AND contype IN ('p', 'u', 'f') GROUP BY conname", table,
        ):
            assert "school_id" in columns, f"{table}: {constraint}"
        for index, columns in ask(
            "SELECT indexrelid::regclass::text, array_agg(attname::text) FROM pg_index JOIN pg_attribute"
            " ON attrelid = indrelid AND attnum = ANY(indkey::int2[])"
            " WHERE indrelid = %s::regclass AND indisunique GROUP BY indexrelid", table,
        ):
            assert "school_id" in columns, f"{table}: {index}"


def test_every_key_between_two_school_tables_joins_them_within_the_school(house):
    _, ask = house
    fenced = set(of_kind(ask, "school"))
    for table, target, constraint, columns in ask(
        "SELECT conrelid::regclass::text, confrelid::regclass::text, conname,"
        " (SELECT array_agg(attname::text) FROM pg_attribute WHERE attrelid = confrelid AND attnum = ANY(confkey))"
        " FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace"
    ):
        if {table, target} <= fenced:
            assert "school_id" in columns, f"{table}: {constraint}"


def test_the_house_owns_nothing_and_cannot_step_over_a_fence(house):
    name, ask = house
    owned = ask("SELECT relname FROM pg_class WHERE relowner = (SELECT oid FROM pg_roles WHERE rolname = %s)", name)
    assert owned == []
    rights = ask(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname LIKE %s", f"{name}%"
    )
    assert all(right == (False,) * 4 for right in rights)


def test_what_is_only_ever_added_cannot_be_changed_by_the_house(house):
    name, ask = house
    for table in ("audit", "outbox", "inbox"):
        for right in ("UPDATE", "DELETE", "TRUNCATE"):
            assert ask("SELECT has_table_privilege(%s, %s, %s)", name, table, right) == [(False,)], (table, right)


def test_the_relay_sees_the_outbox_and_nothing_else(house):
    name, ask = house
    for table in tables(ask):
        visible = ask("SELECT has_table_privilege(%s, %s, 'SELECT')", f"{name}_relay", table) == [(True,)]
        assert visible == (table == "outbox"), table


def test_only_directory_has_columns_for_names_and_numbers_of_people(house):
    name, ask = house
    if name == "directory":
        return
    personal = ask(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
        " AND (column_name LIKE '%%phone%%' OR column_name IN ('full_name', 'pupil_name', 'person_name', 'birthday'))"
    )
    assert personal == []

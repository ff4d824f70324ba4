"""One school never sees another: every table of every house says whose it is, and PostgreSQL holds it to that."""

import pytest

KINDS = {"platform", "district", "school", "tenant"}
FENCED = ["school", "district", "tenant"]
"""A tenant is a school or, where a transaction is of none, its district."""
OF_ONE_SCHOOL_YET_NOT_FENCED = {"outbox", "school", "layer", "derogation_request"}
"""What holds ids for the relay, every school's public entry, a district's layers, and what its schools ask of it."""
OF_ONE_DISTRICT_YET_NOT_FENCED = {"outbox", "district", "school", "account", "card"}
"""As above; and the accounts and cards, which are looked up before anybody knows the district."""


def test_every_table_declares_its_kind(house):
    undeclared = {table: kind for table, kind in house.tables().items() if kind not in KINDS}
    assert not undeclared


def test_whatever_holds_rows_is_a_table_in_the_one_place_where_these_tests_look(house):
    """A view would be read with its owner's rights, over every fence."""
    elsewhere = house.every(
        "SELECT oid::regclass::text FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f')"
        " AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)"
        " AND (relkind NOT IN ('r', 'p') OR relnamespace <> 'public'::regnamespace)"
    )
    assert elsewhere == set()


def test_what_belongs_to_one_school_or_district_says_so_by_its_kind(house):
    of_schools, of_districts = set(house.of_kind("school")), set(house.of_kind("district"))
    assert with_column(house, "school_id") - of_schools <= OF_ONE_SCHOOL_YET_NOT_FENCED
    assert with_column(house, "district_id") - of_districts - of_schools <= OF_ONE_DISTRICT_YET_NOT_FENCED
    assert with_column(house, "tenant_id") == set(house.of_kind("tenant"))


def with_column(house, column):
    return house.every(
        "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = %s", column
    )


@pytest.mark.parametrize("kind", FENCED)
def test_a_fenced_table_is_fenced_by_the_database_itself(house, kind):
    for table in house.of_kind(kind):
        fenced = house.ask("SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE oid = %s::regclass", table)
        assert fenced == [(True, True)], table


@pytest.mark.parametrize("kind", FENCED)
def test_nothing_leads_through_a_fence_but_the_gate_of_the_house_and_those_of_migrations_and_sweeps(house, kind):
    fence = f"({kind}_id = qingfu.{kind}())"
    for table in house.of_kind(kind):
        swept = house.one("SELECT has_table_privilege(%s, %s, 'DELETE')", f"{house.name}_sweep", table)
        beyond = [f"{house.name}_owner", *([f"{house.name}_sweep"] if swept else [])]
        gates = house.ask(
            "SELECT roles::text[], permissive, cmd, qual, with_check FROM pg_policies WHERE tablename = %s", table
        )
        assert sorted(gates) == [
            ([house.name], "PERMISSIVE", "ALL", fence, fence),
            *(([role], "PERMISSIVE", "ALL", "true", "true") for role in beyond),
        ], table


@pytest.mark.parametrize("kind", FENCED)
def test_a_fenced_row_always_belongs_to_somebody(house, kind):
    for table in house.of_kind(kind):
        nullable = house.one(
            "SELECT is_nullable FROM information_schema.columns WHERE table_schema = 'public'"
            " AND table_name = %s AND column_name = %s", table, f"{kind}_id",
        )
        assert nullable == "NO", table


@pytest.mark.parametrize("kind", ["school", "tenant"])
def test_every_key_of_a_school_table_contains_the_school(house, kind):
    """An own key per school: another school's id is neither found nor betrayed by a collision."""
    for table in house.of_kind(kind):
        for index, columns in house.ask(
            "SELECT indexrelid::regclass::text, array_agg(attname::text) FROM pg_index JOIN pg_attribute"
            " ON attrelid = indrelid AND attnum = ANY(indkey::int2[])"
            " WHERE indrelid = %s::regclass AND indisunique GROUP BY indexrelid", table,
        ):
            assert f"{kind}_id" in columns, f"{table}: {index}"


def test_every_key_between_two_school_tables_joins_them_within_the_school(house):
    fenced = set(house.of_kind("school"))
    for table, target, constraint, pairs in house.ask(
        "SELECT conrelid::regclass::text, confrelid::regclass::text, conname, ("
        "  SELECT array_agg(own.attname || ' = ' || theirs.attname) FROM unnest(conkey, confkey) AS pair (own, theirs)"
        "  JOIN pg_attribute own ON (own.attrelid, own.attnum) = (conrelid, pair.own)"
        "  JOIN pg_attribute theirs ON (theirs.attrelid, theirs.attnum) = (confrelid, pair.theirs)"
        ") FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace"
    ):
        if {table, target} <= fenced:
            assert "school_id = school_id" in pairs, f"{table}: {constraint}"


def test_only_directory_has_columns_for_names_and_numbers_of_people(house):
    personal = house.ask(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
        " AND column_name SIMILAR TO '%%(name|phone|mobile|birth|address|identity|id_card|email)%%'"
        " AND table_name <> 'migration'"
    )
    assert personal == [] or house.name == "directory"

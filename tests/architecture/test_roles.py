"""What a house's roles may do in its database: a stolen password opens little, and history cannot be rewritten."""

ONLY_ADDED = {
    "homework": {"assignment_version", "district_edition", "school_edition", "verdict"},
    "rulebook": {"edition", "chain_version"}, "enrolment": {"chain"},
    "directory": {"calendar_edition", "school_calendar_edition"},
}
"""What a house's history rests on, besides the tables that every house has."""
LOOKS_OVER_FENCES = {
    "directory": {"forget_person", "grants_of", "own_name", "schools_with_due_roles"},
    "enrolment": {
        "refused_in_district", "schools_with_due_cases", "schools_with_left_over", "schools_with_offerings",
    },
}
"""What sign-in asks before anybody knows school and district: one person's own grants, one person's own name;
who forgets an adult must see that no school needs them, and a worker which school has a role to begin or to end,
an approval that is due, or an application without a case; an audit asks which schools there are to look through; a
district's office counts what its own schools have refused, without a child's id."""


def has_some(house, role, right, table):
    """Say whether a role has a right on the table, be it on a single column."""
    return house.one("SELECT has_any_column_privilege(%s, %s, %s)", role, table, right)


def test_no_role_of_the_house_owns_anything_but_the_one_of_its_migrations(house):
    owned = house.every(
        "SELECT rolname || ': ' || classid::regclass || ' ' || objid"
        " FROM pg_shdepend JOIN pg_roles ON pg_roles.oid = refobjid"
        " WHERE deptype = 'o' AND rolname = ANY(%s)"
        " AND dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))",
        [house.name, f"{house.name}_relay", f"{house.name}_sweep"],
    )
    assert owned == set()


def test_no_role_of_the_house_can_step_over_a_fence(house):
    strong = house.every(
        "SELECT rolname FROM pg_roles WHERE rolname LIKE %s"
        " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)", f"{house.name}%",
    )
    assert strong == set()


def test_no_role_of_the_house_may_act_as_another(house):
    lent = house.every(
        "SELECT member::regrole || ' as ' || roleid::regrole FROM pg_auth_members WHERE member::regrole::text LIKE %s",
        f"{house.name}%",
    )
    assert lent == set()


def test_no_function_looks_over_a_fence_but_the_few_that_must(house):
    found = house.every("SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace <> 'pg_catalog'::regnamespace")
    assert found == LOOKS_OVER_FENCES.get(house.name, set())


def test_what_is_only_ever_added_cannot_be_changed_by_the_house(house):
    for table in {"audit", "outbox", "inbox"} | ONLY_ADDED.get(house.name, set()):
        for right in ("DELETE", "TRUNCATE"):
            assert not house.one("SELECT has_table_privilege(%s, %s, %s)", house.name, table, right), (table, right)
        assert not has_some(house, house.name, "UPDATE", table), (table, "UPDATE")


def test_the_relay_sees_the_outbox_and_nothing_else(house):
    rights, relay = ("SELECT", "INSERT", "UPDATE"), f"{house.name}_relay"
    touched = {table for table in house.tables() for right in rights if has_some(house, relay, right, table)}
    assert touched == {"outbox"}


def test_the_sweeps_add_nothing_and_change_only_where_a_job_stands(house):
    sweep = f"{house.name}_sweep"
    assert {table for table in house.tables() if has_some(house, sweep, "INSERT", table)} == set()
    assert {table for table in house.tables() if has_some(house, sweep, "UPDATE", table)} == {"job"}

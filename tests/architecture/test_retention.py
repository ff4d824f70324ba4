"""Nothing is kept for ever by oversight: each table is either swept, or says here why it stays."""

from plumbing.sweeps.common import COMMON
from plumbing.work import work_of

WHEN = {
    "published_at", "received_at", "created_at", "kept_at", "asked_at", "started_at", "ended_at", "expires_at",
    "forgotten_from", "announced_at", "held_until",
}  # fmt: skip
WHERE_A_JOB_STANDS = {"kind", "state", "request_id", "attempts"}

STAYS_EVERYWHERE = {
    "migration": "a few rows, one for each migration",
    "stream": "counts each aggregate's events for ever: a number must never come twice",
    "audit": "who did or read what: the law asks for it",
    "job_piece": "goes with its file",
    "approval_case": "who decided what of whom must be known as long as what it is about; goes with that",
    "approval_task": "goes with its case, or with its step", "approval_waiting": "goes with its task",
    "approval_history": "goes with its case",
}
STAYS = {
    "directory": {
        "district": "a handful", "school": "a handful", "calendar": "one row a district",
        "school_calendar": "one row a school", "school_calendar_edition": "a handful a year, for ever dated",
        "calendar_edition": "some ten a year, for ever dated",
        "second_factor": "one row a person, as long as it is on",
        "outside_link": "a row or two a person, until they take it back",
        "person": "the roll, as long as somebody has a child or a post here", "account": "the roll",
        "district_grant": "the roll", "school_class": "the roll", "pupil": "the roll", "guardianship": "the roll",
        "staff": "the roll", "staff_grant": "the roll", "roll_over": "one row a school and year",
        "grant_to_come": "the roll",
        "past_guardianship": "who could see a child and when must be known ever after; goes with the child",
    },
    "rulebook": {
        "layer": "a handful a school", "edition": "what was in force on a day must be known ever after",
        "draft": "one row a layer, while it is being written",
        "chain": "two a school", "chain_version": "cases keep the version that they began with",
        "chain_draft": "one row a chain, while it is being written",
        "derogation_request": "who asked for what, and the answer: it goes with the edition",
    },
    "homework": {
        "school_class": "the roll, copied", "calendar": "one row a district", "school_calendar": "one row a school",
        "district_layer": "a handful", "school_layer": "a handful",
        "class_day": "the board and its sums are public record (H4)",
        "assignment": "the board is public record (H4)", "assignment_version": "no correction is silent (H4)",
        "verdict": "why a piece was let onto the board must be known ever after, with the piece",
        "district_edition": "a handful a year: what verdicts rest on", "school_edition": "what verdicts rest on",
    },
    "enrolment": {
        "school_class": "the roll, copied", "pupil": "the roll, copied", "calendar": "one row a district",
        "school_calendar": "one row a school", "programme": "two a school and year: what families were told of",
        "session": "goes with its programme", "offering": "a term's programme, shown to oversight later",
        "district_layer": "a handful", "school_layer": "a handful", "school_edition": "what programmes rest on",
        "district_edition": "a handful a year: what programmes rest on",
        "application": "agreements and grounds of refusal",
        "place": "who had a place, with its application", "part": "goes with its application",
        "chain": "cases keep the version that they began with",
        "staff": "the roll, copied", "guardianship": "the roll, copied", "stand_in": "one row a person at most",
    },
    "notify": {
        "pupil": "the roll, copied", "guardianship": "the roll, copied", "leadership": "the roll, copied",
        "message": "goes with its announcement",
    },
}  # fmt: skip


def swept(house):
    """Return {table: sweep}."""
    return {sweep.table: sweep for sweep in (*COMMON, *work_of(house.name).sweeps)}


def test_every_table_is_swept_or_says_why_it_stays(house):
    stays = {**STAYS_EVERYWHERE, **STAYS[house.name]}
    assert not set(swept(house)) & set(stays), "it cannot do both"
    assert set(house.tables()) == set(swept(house)) | set(stays)


def test_the_sweeps_may_delete_where_they_sweep_and_nowhere_else(house):
    for table in house.tables():
        may = house.one("SELECT has_table_privilege(%s, %s, 'DELETE')", f"{house.name}_sweep", table)
        assert may == (table in swept(house)), table


def test_the_sweeps_see_where_a_row_is_and_how_old_and_not_what_it_says(house):
    keys = {column for sweep in swept(house).values() for column in sweep.key.split(", ")}
    for table in house.tables():
        seen = house.every(
            "SELECT attname::text FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped"
            " AND has_column_privilege(%s, attrelid, attnum, 'SELECT')", table, f"{house.name}_sweep",
        )
        assert seen <= keys | WHEN | WHERE_A_JOB_STANDS, table


def test_a_sweep_finds_its_rows_by_an_index_however_large_the_table_is(house):
    for sweep in swept(house).values():
        query = sweep.statement.replace("%(before)s", "now()")
        asked = f"SET enable_seqscan = off; SET enable_bitmapscan = off; EXPLAIN {query}"
        plan = [line for (line,) in house.ask(asked)]
        assert not [line for line in plan if "Seq Scan" in line], (sweep.table, plan)
        assert not [line for line in plan if "Sort" in line], (sweep.table, plan)

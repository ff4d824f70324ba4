"""What the database itself keeps from happening to the board."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from plumbing.scope import Scope
from tests.unit.homework import cast
from tests.unit.homework.stage import Stage


@pytest.fixture
def run(new_real_stage, homework_house):
    """Run a statement as the house itself, in the stage's school."""

    def run(sql, **values):
        scope = Scope(district_id=new_real_stage.district_id, school_id=new_real_stage.school_id)
        with homework_house.database.begin(scope) as connection:
            return connection.execute(text(sql), values)

    return run


@pytest.fixture
def piece(new_real_stage):
    return new_real_stage.knows_its_rules(cast.cap(50)).publish()


@pytest.mark.parametrize("sql", [
    "DELETE FROM assignment", "DELETE FROM assignment_version", "UPDATE assignment_version SET minutes = 1",
    "UPDATE assignment SET class_id = teacher_id", "UPDATE assignment SET day = day + 1",
    "UPDATE assignment SET published_at = now()", "DELETE FROM class_day", "DELETE FROM verdict",
    "UPDATE verdict SET outcome = 'compliant'", "DELETE FROM school_edition",
    "UPDATE district_edition SET norms = '[]'",
])
def test_the_house_itself_cannot_rewrite_or_unsay_what_stood_on_the_board(run, piece, sql):
    with pytest.raises(DBAPIError, match="permission denied"):
        run(sql)


def test_a_piece_cannot_read_differently_without_a_version_that_says_so(run, piece):
    with pytest.raises(DBAPIError, match="assignment_stands_as_said"):
        run("UPDATE assignment SET sequence = sequence + 1, minutes = 1")


def test_a_day_can_never_owe_minutes(run, piece):
    with pytest.raises(DBAPIError, match="class_day_all_total_average_check"):
        run("UPDATE class_day SET all_total_average = -1")


def test_the_house_sees_one_school_at_a_time(run, piece, new_real_stage):
    other = Stage(new_real_stage.store, new_real_stage.district_id)
    other.knows_its_rules(cast.cap(50)).publish()
    for table in ("assignment", "assignment_version", "class_day", "school_class", "verdict", "school_edition"):
        seen = {row.school_id for row in run(f"SELECT school_id FROM {table}")}
        assert seen == {new_real_stage.school_id}

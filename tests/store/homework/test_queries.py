"""How the house asks its database: few questions, however much there is, and each by an index."""

import pytest
from sqlalchemy import event, text

from plumbing.ids import new_id
from plumbing.scope import Scope
from services.homework import wiring
from services.homework.store import days, pieces
from tests.store.homework.test_history import plain


@pytest.fixture
def stage(new_real_stage):
    return new_real_stage.knows_its_rules()


@pytest.fixture
def asked(homework_house):
    """Return every statement sent while a test runs."""
    statements = []

    def note(*sent):
        statements.append(sent[2])

    event.listen(homework_house.database.engine, "before_cursor_execute", note)
    yield statements
    event.remove(homework_house.database.engine, "before_cursor_execute", note)


def test_a_board_of_many_classes_takes_as_many_questions_as_one_of_few(stage, asked):
    stage.publish()
    asked.clear()
    stage.board()
    few = len(asked)
    for number in range(3, 20):
        stage.publish(by=stage.teacher("数学", class_id := stage.open_class(grade=4, number=number)), class_id=class_id)
    asked.clear()
    assert len(stage.board().classes) == 18
    assert len(asked) == few
    of_the_board = [statement for statement in asked if " assignment" in statement or " class_day" in statement]
    assert len(of_the_board) == 2, "two questions for the board itself; the others are scope and rules"


def test_judging_a_draft_sends_nothing_but_questions(stage, asked):
    stage.judge(61)
    assert {statement.split()[0] for statement in asked} == {"SELECT"}


@pytest.fixture
def years(stage, homework_house, homework_inspector):
    """A school with a year on its board, and statistics that know it."""
    classes = [stage.open_class(grade=1 + number % 6, number=1 + number) for number in range(20)]
    wiring.seed(homework_house, {"pieces": [
        plain(stage, class_id=classes[number % 20], teacher_id=new_id(), day=stage.in_days(-(number // 20)).isoformat())
        for number in range(4_000)
    ]})
    with homework_inspector.begin(Scope()) as connection:
        connection.exec_driver_sql("ANALYZE assignment, class_day, school_class")
    return stage


@pytest.mark.parametrize(("sql", "values"), [
    (pieces._READ, {"assignment_id": new_id()}),
    (pieces._ON_DAY, {"every": True, "class_ids": []}),
    (pieces._ON_DAY, {"every": False, "class_ids": [new_id()]}),
    (pieces._BY_TEACHER, {"teacher_id": new_id(), "before": None}),
    (days._READ, {"every": False, "class_ids": [new_id()]}),
])
def test_no_question_reads_a_whole_table_of_the_school(years, homework_house, sql, values):
    scope = Scope(district_id=years.district_id, school_id=years.school_id)
    with homework_house.database.begin(scope) as connection:
        asked = text(f"EXPLAIN {sql}")
        plan = "\n".join(line for (line,) in connection.execute(asked, {"day": years.today, **values}))
    assert "Seq Scan on assignment" not in plan and "Seq Scan on class_day" not in plan, plan

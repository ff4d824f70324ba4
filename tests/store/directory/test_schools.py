"""Schools: found from outside by their code, with their classes and their district's calendar."""

from dataclasses import replace
from datetime import date

import pytest

from contracts.actor import visitor
from contracts.directory.calendar import Mark
from contracts.errors import NotFound
from plumbing.ids import new_id


def test_anyone_finds_a_school_by_its_code_however_it_is_typed(stage):
    found = stage.find(stage.first.code.upper())
    assert (found.school_id, found.name, found.stage) == (stage.first.school_id, "第一小学", stage.first.stage)
    assert found.district_id == stage.roll.district.district_id


def test_a_code_nobody_has_is_not_found(stage):
    with pytest.raises(NotFound):
        stage.find("nowhere")


def test_the_classes_of_a_school_come_by_grade_and_number(stage):
    (head,) = stage.actors(stage.head)
    assert [c.name for c in stage.classes(head)] == ["三（2）班", "五（1）班"]


def test_the_districts_office_belongs_to_no_school_and_lists_no_class(stage):
    (officer,) = stage.actors(stage.officer)
    assert stage.classes(officer) == ()


def test_the_calendar_is_its_districts_for_visitors_too(stage):
    calendar = stage.calendar(stage.roll.district.district_id)
    assert [term.first for term in calendar.terms] == [date(2026, 9, 1)]
    assert [(day.on, day.mark, day.follows_weekday) for day in calendar.marked] == [
        (date(2026, 10, 10), Mark.WORKDAY, 3)
    ]
    assert calendar.provisional_from == date(2027, 1, 1)


@pytest.mark.parametrize("elsewhere", [new_id(), visitor().district_id], ids=["unknown", "none"])
def test_where_there_is_no_district_there_is_no_calendar(stage, elsewhere):
    with pytest.raises(NotFound):
        stage.calendar(elsewhere)


def test_a_renamed_school_goes_by_its_new_name(stage):
    stage.take_in(replace(stage.roll, schools=(replace(stage.first, name="第一实验小学"), stage.second)))
    assert stage.find(stage.first.code).name == "第一实验小学"

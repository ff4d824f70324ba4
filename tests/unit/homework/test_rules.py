"""What binds a class on a day, and what that says of a piece and of its correction."""

from datetime import date, time

import pytest

from engines.policy import CaseIncomplete, norm_from_plain
from engines.schooldays import Mark, MarkedDay, SchoolCalendar, Season, SeasonName, Term
from services.homework.domain.rulebook import Rulebook
from tests.unit.homework import cast
from tests.unit.homework.memory_unit import EMPTY
from tests.unit.homework.test_piece import a_piece

WEDNESDAY, SUNDAY = date(2026, 9, 2), date(2026, 9, 6)
IN_WINTER = date(2026, 12, 2)
SEASONS = (
    Season(first=date(2026, 5, 1), season=SeasonName.SUMMER, off_work_at=time(17, 30)),
    Season(first=date(2026, 10, 1), season=SeasonName.WINTER, off_work_at=time(17)),
)


def rules(*norms, grade=3, day=WEDNESDAY, marked=(), seasons=()):
    calendar = SchoolCalendar(
        terms=(Term(name="学期", first=date(2026, 9, 1), last=date(2027, 1, 20)),), marked=tuple(marked),
        seasons=seasons,
    )
    read = tuple(map(norm_from_plain, norms))
    return Rulebook(school_id="school", norms=read, calendar=calendar).rules_for(grade, day)


def corrected(rules, before, after, standing):
    """Return the verdict on a correction; `standing` holds the piece as it was."""
    return rules.question_of_correction(before, after, standing).put_to(rules.ruling)


def standing(minutes):
    return dict.fromkeys(EMPTY, minutes)


@pytest.mark.parametrize(("already_set", "new", "allowed"), [(0, 60, True), (40, 20, True), (40, 21, False)])
def test_written_work_may_fill_the_daily_ceiling_but_not_pass_it(already_set, new, allowed):
    verdict = rules(cast.cap(60)).judge(a_piece(minutes=new), standing(already_set))
    assert (not verdict.violations) is allowed


def test_the_lowest_of_all_layers_caps_is_what_the_guard_holds():
    at_home = cast.cap(30, "all_home_average")
    found = rules(cast.cap(60), cast.cap(45, layer="district"), cast.cap(50, layer="school"), at_home)
    assert found.caps == {"written_total_average": 45, "all_home_average": 30}


def test_caps_of_other_grades_and_mere_advice_are_not_held():
    found = rules(cast.cap(90, grades=[7, 8, 9]), cast.cap(20, force="warn"))
    assert (found.caps, found.tightest(standing(0))) == ({}, None)


def test_the_tightest_cap_is_the_one_that_leaves_least_of_those_that_count_the_piece():
    found = rules(cast.cap(60), cast.cap(70, "all_total_average"))
    full = {**standing(0), "written_total_average": 10, "all_total_average": 50}
    assert found.tightest(full).counter == "all_total_average"
    assert found.tightest({**full, "all_total_average": 10}).counter == "written_total_average"
    reading = a_piece(kind="reading").load
    assert found.tightest(standing(0), reading).counter == "all_total_average"


@pytest.mark.parametrize(("before", "after", "allowed"), [
    (30, 25, True), (30, 30, True), (30, 31, False), (10, 11, False), (10, 9, True),
])
def test_beyond_a_cap_lowered_since_a_piece_may_shrink_or_stay_but_not_grow(before, after, allowed):
    lowered = rules(cast.cap(20))
    verdict = corrected(lowered, a_piece(minutes=before), a_piece(minutes=after), standing(60))
    assert (not verdict.violations) is allowed


def test_a_refused_correction_still_says_what_would_pass():
    lowered = rules(cast.cap(20), cast.ban("数学", measure="subject"))
    (finding,) = corrected(lowered, a_piece(minutes=10), a_piece(minutes=40), standing(15)).violations
    assert [(offer.field, offer.value) for offer in finding.remedy if offer.field == "minutes"] == [("minutes", 15)]


def test_what_was_not_broken_before_is_judged_as_new():
    home_banned = rules(cast.ban("home", measure="place"))
    verdict = corrected(home_banned, a_piece(place="school"), a_piece(place="home"), standing(20))
    assert [finding.norm.measure for finding in verdict.violations] == ["place"]
    assert not corrected(home_banned, a_piece(), a_piece(minutes=10), standing(20)).violations


def test_a_norm_for_weekends_asks_the_calendar_and_not_the_weekday():
    weekends_only = cast.cap(0, day_kinds=["weekend"])
    worked = MarkedDay(on=SUNDAY, mark=Mark.WORKDAY, name="国庆调休", follows_weekday=3)
    assert rules(weekends_only, day=SUNDAY).caps == {"written_total_average": 0}
    assert rules(weekends_only, day=SUNDAY, marked=[worked]).caps == {}


def test_a_swapped_day_is_the_weekday_whose_timetable_it_takes():
    wednesdays_only = cast.cap(0, weekdays=[3])
    worked = MarkedDay(on=SUNDAY, mark=Mark.WORKDAY, name="国庆调休", follows_weekday=3)
    assert rules(wednesdays_only, day=SUNDAY, marked=[worked]).caps == {"written_total_average": 0}
    assert rules(wednesdays_only, day=SUNDAY).caps == {}


def test_a_norm_for_winter_binds_on_the_days_of_the_winter_timetable_alone():
    winter_only = cast.cap(30, seasons=["winter"])
    assert rules(winter_only, day=IN_WINTER, seasons=SEASONS).caps == {"written_total_average": 30}
    assert rules(winter_only, day=WEDNESDAY, seasons=SEASONS).caps == {}
    in_winter = rules(winter_only, day=IN_WINTER, seasons=SEASONS)
    assert in_winter.judge(a_piece(minutes=31), standing(0)).violations


def test_where_nobody_has_said_which_season_it_is_a_norm_for_winter_allows_nothing():
    unknown = rules(cast.cap(30, seasons=["winter"]), day=IN_WINTER)
    for ask in (lambda: unknown.judge(a_piece(), standing(0)), lambda: unknown.caps):
        with pytest.raises(CaseIncomplete, match="季节"):
            ask()


def test_what_is_asked_says_the_season_where_it_is_known_and_nothing_else_where_it_is_not():
    said, unsaid = (rules(day=IN_WINTER, seasons=known).question(a_piece(), standing(0)) for known in (SEASONS, ()))
    assert said.case.fields == {**unsaid.case.fields, "season": "winter"}
    assert "season" not in unsaid.case.fields


def test_all_classes_of_a_day_share_what_is_worked_out_of_its_norms():
    norms = (norm_from_plain(cast.cap(60)),)
    book = Rulebook(school_id="school", norms=norms, calendar=SchoolCalendar(terms=()))
    assert book.rules_for(3, WEDNESDAY).ruling is book.rules_for(4, WEDNESDAY).ruling
    assert book.rules_for(3, SUNDAY).ruling.on == SUNDAY

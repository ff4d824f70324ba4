"""What a family's places cost, and what the office states of a term, by the days on which places were held (E15)."""

from datetime import date, timedelta

import pytest

from contracts.enrolment.fee import ReadFees
from contracts.enrolment.offering import OfferingSort
from contracts.errors import NotFound
from plumbing import clock
from services.enrolment.application.fees import read_fees
from tests.store.enrolment import cast
from tests.store.enrolment.office import FIRST, LAST, TERM, Office

TUESDAYS = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1) if (FIRST + timedelta(n)).isoweekday() == 2]
IN_OCTOBER = date(2098, 10, 8)
OVER = sum(day < IN_OCTOBER for day in TUESDAYS)


@pytest.fixture
def office(stage):
    """An office that has announced free care, and football for 120 yuan a term with one place, on Tuesdays."""
    office = Office(stage)
    programme = office.offer(
        office.lawful(), title="足球", sort=OfferingSort.OUTDOOR_CLUB, weekdays=(2,), capacity=1, fee_yuan=120
    )
    office.programme = office.announce(programme)
    office.football = next(one.offering_id for one in office.programme.offerings if one.title == "足球")
    return office


@pytest.fixture
def becomes(monkeypatch):
    """Let it be another day."""

    def day(on):
        seconds = (on - clock.today()).days * 86_400 + clock.offset_seconds()
        monkeypatch.setenv("QINGFU_CLOCK_OFFSET_SECONDS", str(seconds))

    return day


def applied(stage, office, *, care=()):
    guardian = stage.family()
    return guardian, stage.apply(guardian, care=care, club=office.football)


def statement(office, term=None):
    return office.ask(read_fees, ReadFees(term=term))


def football(office):
    return next(one for one in statement(office).offerings if one.title == "足球")


def words(stage, application, guardian):
    return [one.words for one in stage.read(application, guardian).fees]


def test_a_place_in_hand_before_the_term_costs_its_fee_and_free_care_is_not_mentioned(stage, office):
    guardian, application = applied(stage, office, care=(1,))
    assert stage.read(application, guardian).fees == (), "nothing is held yet"
    stage.approve(application)
    [fee] = stage.read(application, guardian).fees
    assert (fee.title, fee.yuan, fee.words) == ("足球", 120, "每学期 120 元，全学期：应收 120 元")


def test_what_a_family_pays_is_told_to_the_family(stage, office):
    _, application = applied(stage, office)
    stage.approve(application)
    assert stage.read(application, stage.head).fees == ()


def test_who_withdraws_pays_for_the_days_that_are_over(stage, office, becomes):
    guardian, application = applied(stage, office)
    stage.approve(application)
    becomes(IN_OCTOBER)
    stage.withdraw(application, guardian)
    share = 120 * OVER // len(TUESDAYS)
    assert words(stage, application, guardian) == [
        f"每学期 120 元，本学期 {len(TUESDAYS)} 次，已过 {OVER} 次：应收 {share} 元"
    ]
    assert (football(office).places, football(office).yuan) == (1, share)


def test_who_withdraws_before_the_term_pays_nothing(stage, office):
    guardian, application = applied(stage, office)
    stage.approve(application)
    stage.withdraw(application, guardian)
    assert words(stage, application, guardian) == ["每学期 120 元，没有开始就退出了：应收 0 元"]


def test_who_withdraws_while_waiting_never_had_a_place_to_pay_for(stage, office):
    stage.approve(applied(stage, office)[1])
    guardian, second = applied(stage, office)
    stage.approve(second)
    stage.withdraw(second, guardian)
    assert words(stage, second, guardian) == []
    assert football(office).places == 1


def test_who_moves_up_pays_from_that_day_on_and_together_they_pay_no_more_than_the_fee(stage, office, becomes):
    (first, one), (second, other) = (applied(stage, office) for _ in range(2))
    stage.approve(one)
    stage.approve(other)
    becomes(IN_OCTOBER)
    stage.withdraw(one, first)
    left = len(TUESDAYS) - OVER
    assert words(stage, other, second) == [
        f"每学期 120 元，本学期 {len(TUESDAYS)} 次，从 2098-10-08 起 {left} 次：应收 {120 * left // len(TUESDAYS)} 元"
    ]
    assert football(office).places == 2
    assert football(office).yuan <= 120


def test_more_places_begin_on_the_day_they_are_given(stage, office, becomes):
    stage.approve(applied(stage, office)[1])
    guardian, second = applied(stage, office)
    stage.approve(second)
    becomes(IN_OCTOBER)
    programme = office.read(office.programme)
    office.offer(programme, next(one for one in programme.offerings if one.title == "足球"), capacity=2)
    assert "从 2098-10-08 起" in words(stage, second, guardian)[0]


def test_a_place_that_is_let_go_twice_was_held_until_the_first_time(stage, office, becomes):
    guardian, application = applied(stage, office)
    stage.approve(application)
    becomes(IN_OCTOBER)
    stage.withdraw(application, guardian)
    before = words(stage, application, guardian)
    becomes(IN_OCTOBER + timedelta(30))
    stage.tick(lambda unit: unit.release(application.application_id, ("club",)))
    assert words(stage, application, guardian) == before


def test_an_office_states_every_offering_with_its_places_and_the_sum(stage, office):
    guardian, application = applied(stage, office, care=(1, 2))
    stage.approve(application)
    found = statement(office)
    told = [(one.title, one.fee_yuan, one.places, one.yuan, one.open_places) for one in found.offerings]
    assert (found.term, found.terms, found.yuan) == (TERM, (TERM,), 120)
    assert told == [("三年级看护", 0, 1, 0, 0), ("足球", 120, 1, 120, 0)]
    for private in (guardian.children()[0].pupil_id, application.application_id):
        assert private not in str(found.dump())


def test_an_offering_that_nobody_holds_a_place_in_stands_with_none(office):
    assert [(one.places, one.yuan) for one in statement(office).offerings] == [(0, 0), (0, 0)]


def test_without_the_calendar_what_cannot_be_counted_is_told_and_left_out_of_the_sum(stage, office, becomes):
    guardian, application = applied(stage, office)
    stage.approve(application)
    becomes(IN_OCTOBER)
    stage.withdraw(application, guardian)
    elsewhere = date(2099, 2, 20)
    stage.hear(cast.calendar("下学期", elsewhere, elsewhere), 9, of_school=True)
    assert "暂时算不出" in words(stage, application, guardian)[0]
    assert (football(office).places, football(office).open_places, football(office).yuan) == (1, 1, 0)


def test_a_draft_has_no_statement_and_a_term_that_there_is_not_is_not_found(stage):
    office = Office(stage)
    office.lawful(fee_yuan=120)
    assert (statement(office).term, statement(office).offerings) == ("", ())
    with pytest.raises(NotFound):
        statement(office, TERM)

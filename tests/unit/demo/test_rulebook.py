"""What the demo's schools may do and what they do: every layer is published, three schools by a derogation only."""

from datetime import date

import pytest

from contracts.directory.calendar import CalendarPublished
from contracts.enrolment.planned import Planned
from contracts.enrolment.session import ServiceSession
from engines.policy import Layer
from services.enrolment.application.calendar import school_calendar
from services.enrolment.domain.clash import clashes
from services.enrolment.domain.judged import judged
from services.enrolment.domain.period import periods
from services.enrolment.domain.put import Plan, puts
from services.rulebook.domain.draft import ChangesNothing
from services.rulebook.formats.layer_document import layer_from_plain, layer_from_yaml
from services.rulebook.wiring import NATIONAL

LOOSENED = {"yunxi", "xuefeng", "luming"}


def codes(demo):
    return {school["school_id"]: school["code"] for school in demo["directory.json"]["schools"]}


def layers(demo, *, granted):
    """The nation's layer, the district's, and each school's by its code; with what the district grants, or without."""
    document = demo["rulebook.json"]
    by_norm = {}
    for one in document["granted"] if granted else ():
        by_norm.setdefault(one["norm"], []).append(one["derogation"])
    nation = layer_from_yaml(NATIONAL.read_text(encoding="utf-8")).granting(by_norm, Layer.DISTRICT)
    district, *schools = document["layers"]
    norms = district["norms"] if granted else [{**norm, "derogations": None} for norm in district["norms"]]
    norms = [{name: said for name, said in norm.items() if said is not None} for norm in norms]
    own = {one["school_id"]: layer_from_plain("school", one["norms"]) for one in schools}
    return nation, layer_from_plain("district", norms), own


def test_every_layer_can_be_published_in_its_turn(demo):
    nation, district, schools = layers(demo, granted=True)
    nation.check_under((), None)
    district.check_under(nation.norms, None)
    for school_id, own in schools.items():
        own.check_under((*nation.norms, *district.norms), school_id)


def test_without_what_the_district_grants_the_looser_plans_are_refused_and_no_other(demo):
    nation, district, schools = layers(demo, granted=False)
    refused = {}
    for school_id, own in schools.items():
        try:
            own.check_under((*nation.norms, *district.norms), school_id)
        except ChangesNothing as refusal:
            refused[codes(demo)[school_id]] = str(refusal)
    assert set(refused) == LOOSENED
    assert "国家 5，学校 4，不起作用" in refused["yunxi"]
    assert "国家 120，学校 30，不起作用" in refused["xuefeng"]
    assert "区县 17:00，学校 16:30" in refused["luming"]


def test_what_is_granted_says_why_and_ends_with_the_last_term_that_the_calendar_knows(demo, today):
    end = demo["directory.json"]["calendar"]["terms"][-1]["last"]
    term = demo["enrolment.json"]["term"]
    _, district, _ = layers(demo, granted=True)
    nation = [one["derogation"] for one in demo["rulebook.json"]["granted"]]
    told = [(one["effective_from"], one["effective_to"], one["reason"]) for one in nation]
    told += [
        (str(one.effective_from), str(one.effective_to), one.reason)
        for norm in district.norms for one in norm.derogations
    ]
    assert len(told) == 8
    assert {dates for *dates, _ in told for dates in [tuple(dates)]} == {(term["first"], end)}
    assert all(len(reason) > 10 for *_, reason in told)
    assert date.fromisoformat(end) >= today


@pytest.mark.parametrize("granted", [True, False])
def test_what_the_schools_offer_is_lawful_with_what_is_granted_and_not_without(demo, granted):
    nation, district, schools = layers(demo, granted=granted)
    amiss = set()
    for school_id, code in codes(demo).items():
        norms = (*nation.norms, *district.norms, *schools[school_id].norms)
        judgement = judged(puts(*programme(demo, school_id, norms)), norms)
        assert not judgement.unanswered
        if judgement.stands_in_the_way:
            amiss.add(code)
    assert amiss == (set() if granted else LOOSENED)


def test_in_no_school_is_one_teacher_or_one_room_needed_twice_at_once(demo):
    for school_id in codes(demo):
        sessions, offerings = planned(demo, school_id)
        assert not list(clashes(sessions, offerings))


def planned(demo, school_id):
    """Return a school's sessions, by id, and what is offered in them."""
    document = demo["enrolment.json"]
    own = [one for name in ("sessions", "offerings") for one in document[name] if one["school_id"] == school_id]
    where = ("school_id", "district_id")
    said = [{name: value for name, value in one.items() if name not in where} for one in own]
    sessions = [ServiceSession.restore({**one, "changes": 1}) for one in said if "offering_id" not in one]
    offerings = [Planned.restore({**one, "changes": 1}) for one in said if "offering_id" in one]
    return {one.session_id: one for one in sessions}, offerings


def programme(demo, school_id, norms):
    """Return a school's programme of the term, and the periods of the term."""
    term, calendar = demo["enrolment.json"]["term"], CalendarPublished.restore(
        {**demo["directory.json"]["calendar"], "calendar_id": school_id}
    )
    first, last = (date.fromisoformat(term[name]) for name in ("first", "last"))
    sessions, offerings = planned(demo, school_id)
    school = next(one for one in demo["directory.json"]["schools"] if one["school_id"] == school_id)
    plan = Plan(
        school_id=school_id, grades=sorted({one["grade"] for one in school["classes"]}), sessions=sessions,
        offerings=offerings, last_day=last,
    )
    return plan, periods(school_calendar(calendar), norms, first, last)

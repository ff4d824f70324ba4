"""What the demo's schools may do and what they do: every layer is published, three schools by a derogation only."""

from datetime import date

import pytest

from engines.policy import About, Case, Layer, Outcome, judge
from services.rulebook.domain.draft import ChangesNothing
from services.rulebook.formats.layer_document import layer_from_plain, layer_from_yaml
from services.rulebook.wiring import NATIONAL

OFF_WORK = {"winter": 17 * 60, "summer": 17 * 60 + 30}
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


def test_what_is_granted_says_why_and_ends_with_the_term(demo, today):
    term = demo["enrolment.json"]["term"]
    _, district, _ = layers(demo, granted=True)
    nation = [one["derogation"] for one in demo["rulebook.json"]["granted"]]
    told = [(one["effective_from"], one["effective_to"], one["reason"]) for one in nation]
    told += [
        (str(one.effective_from), str(one.effective_to), one.reason)
        for norm in district.norms for one in norm.derogations
    ]
    assert len(told) == 8
    assert {dates for *dates, _ in told for dates in [tuple(dates)]} == {(term["first"], term["last"])}
    assert all(len(reason) > 10 for *_, reason in told)
    assert date.fromisoformat(term["last"]) >= today


@pytest.mark.parametrize("granted", [True, False])
def test_the_hours_that_the_schools_offer_are_lawful_with_what_is_granted_and_not_without(demo, today, granted):
    nation, district, schools = layers(demo, granted=granted)
    season = "winter" if demo["enrolment.json"]["term"]["first"][5:7] in ("09", "10", "11", "12", "01") else "summer"
    amiss = set()
    for offering in demo["enrolment.json"]["offerings"]:
        if offering["kind"] == "basic_care":
            norms = (*nation.norms, *district.norms, *schools[offering["school_id"]].norms)
            verdict = judge(norms, hours(offering, season), today)
            if verdict.outcome is not Outcome.COMPLIANT:
                amiss.add(codes(demo)[offering["school_id"]])
    assert amiss == (set() if granted else LOOSENED)


def hours(offering, season):
    starts_at, ends_at = (minutes(offering[name]) for name in ("starts_at", "ends_at"))
    fields = {
        "grade": offering["grades"][0], "day_kind": "school_day", "weekday": 1, "season": season,
        "session_kind": "after_school", "service_days": len(offering["weekdays"]), "starts_at": starts_at,
        "ends_at": ends_at, "service_minutes": ends_at - starts_at, "club_lessons": 1,
        "minutes_before_off_work": max(0, OFF_WORK[season] - ends_at),
    }
    return Case(about=About.CARE, fields=fields, standing={}, adding={}, school=offering["school_id"])


def minutes(time):
    return int(time[:2]) * 60 + int(time[3:])

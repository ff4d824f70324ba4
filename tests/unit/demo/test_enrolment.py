"""What the demo's schools offer after lessons, and who has applied."""

from datetime import datetime

from tests.unit.demo.conftest import SUNDAY, of


def test_every_grade_is_offered_basic_care_once_and_some_club(demo):
    offerings = demo["enrolment.json"]["offerings"]
    for school in demo["directory.json"]["schools"]:
        own = [o for o in offerings if o["school_id"] == school["school_id"]]
        for grade in {c["grade"] for c in school["classes"]}:
            kinds = [o["kind"] for o in own if grade in o["grades"]]
            assert kinds.count("basic_care") == 1
            assert kinds.count("club") >= 3


def test_a_place_is_kept_within_the_afternoon_and_a_child_is_collected_after_it(demo):
    for session in demo["enrolment.json"]["sessions"]:
        assert "15:00" <= session["starts_at"] < session["ends_at"] <= session["collect_by"]
        assert (session["summer_ends_at"] or session["ends_at"]) <= session["collect_by"]
    assert all(1 <= offering["capacity"] <= 60 for offering in demo["enrolment.json"]["offerings"])


def test_what_is_offered_is_within_its_session(demo):
    sessions = {session["session_id"]: session for session in demo["enrolment.json"]["sessions"]}
    for offering in demo["enrolment.json"]["offerings"]:
        session = sessions[offering["session_id"]]
        assert set(offering["grades"]) <= set(session["grades"])
        assert set(offering["weekdays"]) <= set(session["weekdays"])
        assert session["school_id"] == offering["school_id"]


def test_a_school_that_keeps_thursday_for_its_teachers_offers_nothing_on_thursdays():
    school = next(s for s in of(SUNDAY)["directory.json"]["schools"] if s["code"] == "yunxi")
    offered = [o for o in of(SUNDAY)["enrolment.json"]["offerings"] if o["school_id"] == school["school_id"]]
    assert not [o for o in offered if 4 in o["weekdays"]]


def test_the_offerings_belong_to_the_term_that_runs(demo, today):
    term = demo["enrolment.json"]["term"]
    assert term["first"] <= today.isoformat() <= term["last"]


def test_one_club_has_a_single_place_and_nobody_has_asked_for_it():
    document = of(SUNDAY)["enrolment.json"]
    single = [o["offering_id"] for o in document["offerings"] if o["capacity"] == 1]
    assert len(single) == 1
    assert not [a for a in document["applications"] for p in a["places"] if p["offering_id"] in single]


def test_those_who_applied_are_guardians_of_the_child_and_asked_for_what_its_grade_is_offered(demo, today):
    offerings = {o["offering_id"]: o for o in demo["enrolment.json"]["offerings"]}
    grades = {c["class_id"]: c["grade"] for s in demo["directory.json"]["schools"] for c in s["classes"]}
    pupils = {p["pupil_id"]: p for s in demo["directory.json"]["schools"] for p in s["pupils"]}
    for application in demo["enrolment.json"]["applications"]:
        assert application["applicant_id"] in pupils[application["pupil_id"]]["guardian_ids"]
        assert datetime.fromisoformat(application["submitted_at"]).date() < today
        for place in application["places"]:
            offering = offerings[place["offering_id"]]
            assert offering["school_id"] == application["school_id"]
            assert grades[application["class_id"]] in offering["grades"]
            assert set(place["weekdays"]) <= set(offering["weekdays"])

"""What the demo's classes have to do: judged by the real rules, of nation, district and school."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import yaml

from demo.plans import plans
from demo.tasks import tasks
from engines.policy import Case, Outcome, Ruling, counters_of, norm_from_plain
from engines.schooldays import Mark, MarkedDay, SchoolCalendar, Term
from tests.unit.demo.conftest import SUNDAY, of

NATION = Path(__file__).parents[3] / "services" / "rulebook" / "texts" / "national.yaml"


def test_no_piece_breaks_a_rule_of_nation_district_or_school(demo):
    grades = {c["class_id"]: c["grade"] for s in demo["directory.json"]["schools"] for c in s["classes"]}
    rules = _rules(demo)
    ruling = cache(lambda school_id, day: Ruling.of(rules[school_id], day))
    standing = defaultdict(lambda: counters_of(False, False, 0, 0))
    calendar = _calendar(demo)
    for piece in demo["homework.json"]["pieces"]:
        day, where = date.fromisoformat(piece["day"]), (piece["class_id"], piece["day"])
        adding = counters_of(piece["kind"] == "written", piece["place"] == "home", piece["minutes"], piece["minutes"])
        fields = {
            "grade": grades[piece["class_id"]], "day_kind": calendar.kind_of(day), "weekday": day.isoweekday(),
            "kind": piece["kind"], "place": piece["place"], "subject": piece["subject"], "practices": (),
        }
        case = Case(fields=fields, standing=standing[where], adding=adding)
        verdict = ruling(piece["school_id"], day).judge(case)
        assert verdict.outcome in (Outcome.COMPLIANT, Outcome.NOT_REGULATED), (piece, verdict)
        standing[where] = {key: minutes + adding[key] for key, minutes in standing[where].items()}


def test_the_cards_class_has_35_written_minutes_on_the_teachers_day(demo, today):
    calendar = _calendar(demo)
    chosen = today if calendar.is_school_day(today) else calendar.next_school_day(today)
    school = next(s for s in demo["directory.json"]["schools"] if s["code"] == "qinghe")
    class_id = next(c["class_id"] for c in school["classes"] if (c["grade"], c["number"]) == (3, 2))
    pieces = [
        p for p in demo["homework.json"]["pieces"] if (p["class_id"], p["day"]) == (class_id, chosen.isoformat())
    ]
    assert sum(p["minutes"] for p in pieces if p["kind"] == "written") == 35
    assert {p["state"] for p in pieces} == {"published"}
    assert "英语" not in {p["subject"] for p in pieces}


def test_the_pieces_lie_on_school_days_of_the_last_four_weeks_and_the_next(demo, today):
    calendar = _calendar(demo)
    days = {date.fromisoformat(piece["day"]) for piece in demo["homework.json"]["pieces"]}
    assert all(calendar.is_school_day(day) for day in days)
    assert min(days) >= today - timedelta(days=28)
    assert max(days) == calendar.next_school_day(today)


def test_nothing_was_put_up_in_the_future(demo, today):
    for piece in demo["homework.json"]["pieces"]:
        for moment in (piece["published_at"], piece["changed_at"] or piece["published_at"]):
            assert datetime.fromisoformat(moment).date() < today


def test_only_those_who_teach_a_class_set_work_for_it(demo):
    taught = {
        (grant["class_id"], grant["subject"], colleague["person_id"])
        for school in demo["directory.json"]["schools"]
        for colleague in school["staff"] for grant in colleague["grants"] if grant["role"] == "teacher"
    }
    pieces = demo["homework.json"]["pieces"]
    assert all((p["class_id"], p["subject"], p["teacher_id"]) in taught for p in pieces)
    assert len({p["assignment_id"] for p in pieces}) == len(pieces)


def test_some_pieces_were_corrected_and_a_few_taken_back_each_with_a_reason():
    pieces = of(SUNDAY)["homework.json"]["pieces"]
    changed = [p for p in pieces if p["state"] != "published"]
    assert {p["state"] for p in changed} == {"corrected", "withdrawn"}
    assert all(p["reason"] and p["changed_at"] for p in changed)
    assert 0 < len(changed) < len(pieces) / 10


def test_every_kind_of_work_and_both_places_are_met_with():
    pieces = of(SUNDAY)["homework.json"]["pieces"]
    assert {p["kind"] for p in pieces} == {"written", "reading", "inquiry", "exercise", "arts", "labour"}
    assert {p["place"] for p in pieces} == {"school", "home"}


def test_a_past_day_reads_the_same_on_the_morning_after_and_a_week_later():
    on = "2026-11-13"
    earlier, later = (
        [p for p in of(today)["homework.json"]["pieces"] if p["day"] == on] for today in (SUNDAY, date(2026, 11, 24))
    )
    assert earlier
    assert earlier == later


def test_first_and_second_graders_are_never_given_written_work():
    given = [task for subject in ("语文", "数学", "科学") for grade in (1, 2) for task in tasks(subject, grade)]
    assert given
    assert not [task for task in given if task.kind == "written"]


def test_the_plans_caps_are_those_of_the_schools_layer_of_norms():
    layers = yaml.safe_load((NATION.parents[3] / "demo" / "layers.yaml").read_text(encoding="utf-8"))["schools"]
    document = yaml.safe_load((NATION.parents[3] / "demo" / "plans.yaml").read_text(encoding="utf-8"))
    stages = {plan.key: plan.classes for plan in plans()}
    for school in document["schools"]:
        caps = {
            (f"{cap['counts']}_{cap['place']}_{cap['statistic']}", tuple(cap["grades"]), cap["minutes"])
            for cap in school.get("homework", {}).get("caps", ())
            if set(range(cap["grades"][0], cap["grades"][1] + 1)) & set(stages[school["key"]])
        }
        rows = {
            (norm["measure"], tuple(map(int, row["grades"].split("-"))), row["value"])
            for norm in layers[school["key"]] if "about" not in norm and norm["unit"] == "minutes"
            and norm["force"] == "refuse"
            for row in norm["rows"]
        }
        assert caps <= rows, school["key"]


def _rules(demo):
    nation = [{**n, "layer": "national"} for n in yaml.safe_load(NATION.read_text(encoding="utf-8"))["norms"]]
    layers = demo["rulebook.json"]["layers"]
    district = [{**norm, "layer": "district"} for norm in layers[0]["norms"]]
    return {
        layer["school_id"]: [
            norm_from_plain(_dated(norm))
            for norm in (*nation, *district, *({**norm, "layer": "school"} for norm in layer["norms"]))
        ]
        for layer in layers if layer["school_id"]
    }


def _dated(norm):
    return {**norm, "rows": [{**row, "effective_from": str(row["effective_from"])} for row in norm["rows"]]}


def _calendar(demo):
    plain = demo["directory.json"]["calendar"]
    terms = tuple(Term(name=t["name"], **_dates(t, "first", "last")) for t in plain["terms"])
    marked = tuple(
        MarkedDay(name=m["name"], mark=Mark(m["mark"]), follows_weekday=m["follows_weekday"], **_dates(m, "on"))
        for m in plain["marked"]
    )
    return SchoolCalendar(terms=terms, marked=marked)


def _dates(plain, *names):
    return {name: date.fromisoformat(plain[name]) for name in names}

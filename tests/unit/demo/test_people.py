"""Who lives in the demo district: everyone a school needs, nobody real, the same people every time."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from demo.__main__ import write
from tests.unit.demo.conftest import SUNDAY, of

ROOT = Path(__file__).parents[3]
FILES = ("directory.json", "rulebook.json", "homework.json", "enrolment.json", "cards.json")


def test_two_runs_of_the_demo_agree_to_the_byte(tmp_path):
    write(tmp_path / "here", SUNDAY)
    command = [sys.executable, "-m", "demo", str(tmp_path / "there"), "--today", SUNDAY.isoformat()]
    subprocess.run(command, cwd=ROOT, check=True)
    for name in FILES:
        assert (tmp_path / "here" / name).read_bytes() == (tmp_path / "there" / name).read_bytes()


def test_the_people_are_the_same_whichever_day_the_demo_is_opened(today):
    for kept in ("people", "schools", "password_hash", "district"):
        assert of(today)["directory.json"][kept] == of(SUNDAY)["directory.json"][kept]


def test_thirteen_schools_hold_about_fifteen_hundred_pupils(district):
    assert len(district["schools"]) == 13
    assert sorted(s["stage"] for s in district["schools"]) == ["both"] + ["junior"] * 2 + ["primary"] * 10
    assert 58 <= sum(len(s["classes"]) for s in district["schools"]) <= 64
    assert 1400 <= sum(len(s["pupils"]) for s in district["schools"]) <= 1600


def test_a_class_has_twenty_to_twenty_eight_pupils_on_seats_of_their_own(district):
    for school in district["schools"]:
        seats = Counter((p["class_id"], p["seat_number"]) for p in school["pupils"])
        assert set(seats.values()) == {1}
        sizes = Counter(p["class_id"] for p in school["pupils"])
        assert all(20 <= sizes[c["class_id"]] <= 28 for c in school["classes"])


def test_no_pupil_is_without_a_guardian_whom_the_district_knows(district):
    known = {person["person_id"] for person in district["people"]}
    for school in district["schools"]:
        for pupil in school["pupils"]:
            assert 1 <= len(pupil["guardian_ids"]) <= 2
            assert known.issuperset(pupil["guardian_ids"])


def test_some_guardians_have_two_children_in_one_class_in_two_classes_and_in_two_schools(district):
    children = {}
    for school in district["schools"]:
        for pupil in school["pupils"]:
            for guardian in pupil["guardian_ids"]:
                children.setdefault(guardian, []).append((school["code"], pupil["class_id"]))
    pairs = [both for both in children.values() if len(both) == 2]
    assert any(one == other for one, other in pairs)
    assert any(one[0] == other[0] and one[1] != other[1] for one, other in pairs)
    assert any(one[0] != other[0] for one, other in pairs)


def test_every_class_has_one_head_teacher_who_also_teaches_it(district):
    for school in district["schools"]:
        for a_class in school["classes"]:
            heads = [s for s in school["staff"] if _holds(s, "head_teacher", a_class["class_id"])]
            assert len(heads) == 1
            assert _holds(heads[0], "teacher", a_class["class_id"])


def test_every_class_has_one_teacher_for_each_of_its_subjects(district):
    for school in district["schools"]:
        taught = Counter(
            (grant["class_id"], grant["subject"])
            for colleague in school["staff"] for grant in colleague["grants"] if grant["role"] == "teacher"
        )
        assert set(taught.values()) == {1}
        for a_class in school["classes"]:
            assert {"语文", "数学", "体育", "艺术", "劳动"} <= {s for c, s in taught if c == a_class["class_id"]}


@pytest.mark.parametrize("role", ["principal", "academic_office", "after_school_office"])
def test_every_school_has_its_offices(district, role):
    for school in district["schools"]:
        holders = [s for s in school["staff"] if any(g["role"] == role for g in s["grants"])]
        assert len(holders) == 1


def test_logins_and_numbers_are_given_once_and_the_numbers_belong_to_nobody(district):
    people = district["people"]
    for given in ("login", "phone", "person_id"):
        assert len({person[given] for person in people}) == len(people)
    assert all(person["phone"].startswith("120") and len(person["phone"]) == 11 for person in people)


def test_some_names_have_characters_that_old_software_spells_wrong(district):
    names = {pupil["name"] for school in district["schools"] for pupil in school["pupils"]}
    assert any(ord(character) > 0xFFFF for name in names for character in name)
    assert any("·" in name for name in names)


def test_only_directorys_document_and_the_cards_name_anyone(district):
    adults = {person["name"] for person in district["people"]}
    children = {pupil["name"] for school in district["schools"] for pupil in school["pupils"]}
    for name in ("homework.json", "enrolment.json", "rulebook.json"):
        words = _words(of(SUNDAY)[name])
        assert not [known for known in adults | children if known in words]


def _holds(colleague, role, class_id):
    return any((g["role"], g.get("class_id")) == (role, class_id) for g in colleague["grants"])


def _words(plain):
    return "\n".join({text for text in _texts(plain) if not text.isascii()})


def _texts(plain):
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, (dict, list)):
        for value in plain.values() if isinstance(plain, dict) else plain:
            yield from _texts(value)

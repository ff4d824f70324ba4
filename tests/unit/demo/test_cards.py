"""The sign-in cards: real accounts of the demo, each with something to try."""

import argon2

from tests.unit.demo.conftest import SUNDAY, of


def test_every_card_opens_an_account_of_that_name():
    document = of(SUNDAY)
    accounts = {person["login"]: person["name"] for person in document["directory.json"]["people"]}
    for card in document["cards.json"]["cards"]:
        assert accounts[card["login"]] == card["name"]
    password = {card["password"] for card in document["cards.json"]["cards"]}.pop()
    assert argon2.PasswordHasher().verify(document["directory.json"]["password_hash"], password)


def test_there_is_a_card_for_each_role_and_each_says_what_to_try():
    cards = of(SUNDAY)["cards.json"]["cards"]
    assert [card["role"] for card in cards] == [
        "家长", "家长（两个孩子）", "任课教师（英语）", "班主任", "教导处", "课后服务办公室", "校长",
        "初中任课教师（数学）", "区教育局", "区教育局（二）",
    ]
    assert all(card["try_first"].endswith("。") for card in cards)


def test_the_two_guardians_have_a_child_in_one_class_and_have_not_applied_yet():
    document = of(SUNDAY)
    one, two = (_children(document, card["login"]) for card in document["cards.json"]["cards"][:2])
    assert (len(one), len(two)) == (1, 2)
    assert one[0]["class_id"] in {child["class_id"] for child in two}
    assert len({child["class_id"] for child in two}) == 2
    asked = {application["pupil_id"] for application in document["enrolment.json"]["applications"]}
    assert not asked & {child["pupil_id"] for child in (*one, *two)}


def _children(document, login):
    person_id = next(p["person_id"] for p in document["directory.json"]["people"] if p["login"] == login)
    pupils = (pupil for school in document["directory.json"]["schools"] for pupil in school["pupils"])
    return [pupil for pupil in pupils if person_id in pupil["guardian_ids"]]

"""修改密码: with the old one at hand, and told what would pass."""

from flask import Flask

from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import PASSWORD
from tests.unit.gateway.person import HTTPS, Person

CHOSEN = "tang ren jie 87 hao"


def test_from_the_account_page_a_person_chooses_another_password(app: Flask, teacher: Person) -> None:
    teacher.opens("/account")
    teacher.opens(teacher.page.links["修改密码"])
    teacher.presses("修改", password=PASSWORD, chosen=CHOSEN)
    assert "密码已经改好" in teacher.page.words
    elsewhere = Person(app)
    elsewhere.opens("/sign-in")
    elsewhere.presses("登录", login="wang", password=PASSWORD)
    assert elsewhere.status == 401
    elsewhere.presses("登录", login="wang", password=CHOSEN)
    assert elsewhere.status == 200


def test_a_wrong_old_password_or_an_easy_new_one_says_so_and_neither_comes_back(teacher: Person) -> None:
    teacher.opens("/account/password")
    for typed, words in (({"password": "wrong", "chosen": CHOSEN}, "密码不对"), ({"chosen": "short"}, "至少 8 个字")):
        teacher.presses("修改", **{"password": PASSWORD, **typed})
        assert teacher.status == 422
        assert words in teacher.page.words
        values = dict(teacher.page.form("修改").values)
        assert (values["password"], values["chosen"]) == ("", "")


def test_a_program_changes_it_too(teacher: Person, houses: InMemoryHouses) -> None:
    (token, session) = next(iter(houses.directory.sessions.items()))
    said = {"password": PASSWORD, "chosen": CHOSEN, "session_id": session.session_id}
    bearer = {"Authorization": f"Bearer {token}"}
    answer = teacher.client.post("/api/v1/password", base_url=HTTPS, headers=bearer, json=said)
    assert (answer.status_code, answer.json) == (200, {"ended": 0})

"""Too big, too deep, not text at all: refused in a sentence, never a fault."""

import json

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import PASSWORD, THREE_TWO
from tests.unit.gateway.person import HTTPS, Person

DRAFT = {
    "class_id": THREE_TWO, "subject": "数学", "day": "2026-11-23", "kind": "written", "place": "school", "minutes": 20,
    "content": "口算",
}


@pytest.fixture
def program(app: Flask) -> FlaskClient:
    client = app.test_client()
    asked = client.post("/api/v1/session", base_url=HTTPS, json={"login": "wang", "password": PASSWORD})
    client.environ_base |= {"HTTP_AUTHORIZATION": f"Bearer {asked.json['token']}", "HTTP_IDEMPOTENCY_KEY": "k"}
    return client


def test_a_form_of_more_than_64_kilobytes_is_not_read(teacher: Person) -> None:
    teacher.opens("/homework/new")
    teacher.presses("发布到公示栏", content="长" * 40_000)
    assert teacher.status == 413
    assert "内容太长" in teacher.page.words


def test_json_of_more_than_64_kilobytes_is_not_read(program: FlaskClient) -> None:
    answer = program.post("/api/v1/homework", base_url=HTTPS, json={**DRAFT, "content": "长" * 70_000})
    assert (answer.status_code, answer.json["code"]) == (413, "too_large")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("{", 400),
        ("", 422),
        ("[" * 30_000, 400),
        ('{"a":' * 10_000 + "1" + "}" * 10_000, 400),
        ("1" * 6_000, 400),
        ('{"minutes": ' + "9" * 6_000 + "}", 400),
        ("\xff\xfe\x00", 400),
        ("null", 422),
        ("[]", 422),
        ('"text"', 422),
        ("NaN", 422),
        (json.dumps({**DRAFT, "minutes": float("nan")}), 422),
        (json.dumps({**DRAFT, "minutes": 10**15}), 422),
        (json.dumps({**DRAFT, "content": "空\x00白"}), 422),
        (json.dumps({**DRAFT, "content": "\ud800"}), 422),
        (json.dumps({**DRAFT, "class_id": "三（2）班"}), 422),
        (json.dumps({**DRAFT, "\ud800~/": 1}), 422),
        (json.dumps({**DRAFT, "practices": "copying"}), 422),
        (json.dumps({**DRAFT, "day": "0000-00-00"}), 422),
    ],
)
def test_what_is_no_homework_is_a_problem_document_and_never_a_fault(
    program: FlaskClient, body: str, status: int
) -> None:
    answer = program.post(
        "/api/v1/homework", base_url=HTTPS, data=body.encode("latin-1"), content_type="application/json"
    )
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    assert answer.json["request_id"] == answer.headers["X-Request-Id"]


def test_what_does_not_say_that_it_is_json_is_not_read_as_json(program: FlaskClient) -> None:
    answer = program.post("/api/v1/homework", base_url=HTTPS, data=json.dumps(DRAFT), content_type="text/plain")
    assert answer.status_code == 415


def test_rare_characters_are_kept_as_they_are(program: FlaskClient, houses: InMemoryHouses) -> None:
    answer = program.post("/api/v1/homework", base_url=HTTPS, json={**DRAFT, "content": "𠮷、龘、㐂"})
    assert answer.status_code == 201
    assert [p.content for p in houses.homework.pieces.values()] == ["𠮷、龘、㐂"]


@pytest.mark.parametrize(
    "address",
    [
        "/schools/%00/board", "/schools/%ff/board", "/schools/" + "x" * 500 + "/board", "/schools/a%2Fb/board",
        "/schools/xiangyang/board?day=0001-01-01", "/schools/xiangyang/board?day=9999-12-31",
        "/schools/xiangyang/board?day=%00", "/homework/not-a-number", "/%F0%9F%8D%89",
        "/api/v1/homework/11111111-1111-1111-1111-11111111111x",
    ],
)
def test_an_address_that_cannot_be_is_a_page_that_is_not_there(somebody: Person, address: str) -> None:
    somebody.opens(address)
    assert somebody.status == 404


@pytest.mark.parametrize("query", ["?before=x", "?before=0001-01-01", "?day=%00", "?child=%00", "?all=%ff"])
@pytest.mark.parametrize("address", ["/homework", "/inbox", "/family", "/applications", "/homework/new"])
def test_nonsense_after_the_question_mark_is_never_a_fault(
    teacher: Person, mother: Person, address: str, query: str
) -> None:
    for person in (teacher, mother):
        person.opens(address + query)
        assert person.status in (200, 404)


def test_another_method_is_told_which_ones_there_are(somebody: Person) -> None:
    answer = somebody.client.delete("/schools/xiangyang/board", base_url=HTTPS)
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]

"""The JSON API: the same schemas as the pages, problem documents, keys, and a description that tells the truth."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from contracts.catalogue import CALLS
from contracts.directory.card import ACTIVATE
from contracts.directory.outside import LINK_OUTSIDE, SIGN_IN_OUTSIDE
from contracts.directory.session import SESSION, SIGN_IN, SIGN_IN_SECOND, SIGN_OUT
from gateway.api.offers import OFFERS
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.houses.people import ACTORS, PASSWORD, THREE_TWO, WANG, YIMING, number
from tests.unit.gateway.person import HTTPS, Person
from tests.unit.today import TODAY

DRAFT = {
    "class_id": THREE_TWO, "subject": "数学", "day": TODAY.isoformat(), "kind": "written", "place": "school",
    "minutes": 20, "content": "口算第 3 页",
}


def program(app: Flask, login: str) -> FlaskClient:
    client = app.test_client()
    client.environ_base["wsgi.url_scheme"] = "https"
    token = client.post("/api/v1/session", base_url=HTTPS, json={"login": login, "password": PASSWORD}).json["token"]
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return client


@pytest.fixture
def teaching(app: Flask) -> FlaskClient:
    return program(app, "wang")


@pytest.fixture
def parent(app: Flask) -> FlaskClient:
    return program(app, "li")


def keyed(key: str) -> dict[str, str]:
    return {"Idempotency-Key": key}


def test_every_call_of_the_catalogue_is_open_to_programs() -> None:
    offered = {offer.call.name for offers in OFFERS.values() for offer in offers}
    of_sessions = {call.name for call in (SIGN_IN, SIGN_IN_SECOND, SIGN_OUT, SESSION, ACTIVATE)}
    of_browsers = {call.name for call in (SIGN_IN_OUTSIDE, LINK_OUTSIDE)}
    assert offered | of_sessions == {call.name for call in CALLS} - of_browsers


def test_a_program_signs_in_says_who_it_is_and_signs_out(teaching: FlaskClient) -> None:
    assert teaching.get("/api/v1/session").json["name"] == "王秀英"
    assert teaching.delete("/api/v1/session").status_code == 204
    assert teaching.get("/api/v1/session").status_code == 401


def test_homework_published_by_a_program_stands_on_the_board(teaching: FlaskClient, somebody: Person) -> None:
    answer = teaching.post("/api/v1/homework", json=DRAFT, headers=keyed("1"))
    assert answer.status_code == 201
    assert teaching.get(f"/api/v1/homework/{answer.json['assignment_id']}").json["minutes"] == 20
    somebody.opens("/schools/xiangyang/board")
    assert "口算第 3 页" in somebody.page.words


def test_the_same_key_gets_the_same_answer_and_another_content_is_told_what_stands(teaching: FlaskClient) -> None:
    first = teaching.post("/api/v1/homework", json=DRAFT, headers=keyed("1"))
    assert teaching.post("/api/v1/homework", json=DRAFT, headers=keyed("1")).json == first.json
    other = teaching.post("/api/v1/homework", json={**DRAFT, "minutes": 10}, headers=keyed("1"))
    assert (other.status_code, other.json["code"]) == (422, "key_reused")
    assert other.json["details"]["stands"]["assignment_id"] == first.json["assignment_id"]


@pytest.mark.parametrize("headers", [{}, keyed(""), keyed("x" * 201), keyed("é")])
def test_a_command_without_a_usable_key_is_not_carried_out(
    teaching: FlaskClient, houses: InMemoryHouses, headers: dict[str, str]
) -> None:
    answer = teaching.post("/api/v1/homework", json=DRAFT, headers=headers)
    assert answer.status_code == 422
    assert answer.json["errors"][0]["pointer"] == "#/Idempotency-Key"
    assert not houses.homework.pieces


def test_a_refusal_is_a_problem_document_with_its_findings(teaching: FlaskClient) -> None:
    answer = teaching.post("/api/v1/homework", json={**DRAFT, "minutes": 61}, headers=keyed("1"))
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
    assert answer.json["type"] == "urn:qingfu:problem:rule_refused"
    finding = answer.json["details"]["findings"][0]
    assert finding["clause"]
    assert finding["offers"][0] == {"field": "minutes", "value": "60", "words": "改为 60 分钟"}


def test_what_is_wrong_is_named_by_its_pointer(teaching: FlaskClient) -> None:
    answer = teaching.post("/api/v1/homework", json={**DRAFT, "minutes": 20.5, "surprise": 1}, headers=keyed("1"))
    assert answer.status_code == 422
    assert {(e["pointer"], e["detail"]) for e in answer.json["errors"]} >= {("#/minutes", "请填整数。")}
    assert "#/surprise" in {e["pointer"] for e in answer.json["errors"]}


def test_judgement_and_budget_change_nothing(teaching: FlaskClient, houses: InMemoryHouses) -> None:
    judged = teaching.post("/api/v1/homework/judgement", json={**DRAFT, "minutes": 61})
    assert judged.json["findings"][0]["limit"] == 60
    budget = teaching.get(f"/api/v1/homework/budget?class_id={THREE_TWO}&day={DRAFT['day']}")
    assert budget.json["left_minutes"] == 60
    assert not houses.homework.pieces


def test_a_piece_is_corrected_and_withdrawn_at_its_own_address(teaching: FlaskClient) -> None:
    one = teaching.post("/api/v1/homework", json=DRAFT, headers=keyed("1")).json["assignment_id"]
    said = {"sequence": 1, "kind": "written", "place": "school", "minutes": 15, "content": "口算", "reason": "太长"}
    assert teaching.put(f"/api/v1/homework/{one}", json=said, headers=keyed("2")).json["sequence"] == 2
    late = teaching.put(f"/api/v1/homework/{one}", json=said, headers=keyed("3"))
    assert (late.status_code, late.json["code"]) == (409, "conflict")
    gone = teaching.post(f"/api/v1/homework/{one}/withdrawal", json={"reason": "重复"}, headers=keyed("4"))
    assert gone.json["sequence"] == 3


def test_a_family_applies_and_withdraws(parent: FlaskClient, teaching: FlaskClient) -> None:
    offered = parent.get(f"/api/v1/offerings?pupil_id={YIMING}").json["offerings"]
    ask = {"pupil_id": YIMING, "care_weekdays": [1, 3], "club_ids": [offered[1]["offering_id"]]}
    sent = parent.post("/api/v1/applications", json=ask, headers=keyed("1"))
    assert sent.status_code == 201
    one = f"/api/v1/applications/{sent.json['application_id']}"
    decided = teaching.put(f"{one}/decision", json={"decision": "approve"}, headers=keyed("1"))
    assert [p["state"] for p in decided.json["places"]] == ["given", "given"]
    assert parent.post(f"{one}/withdrawal", json={}, headers=keyed("2")).json["state"] == "withdrawn"


def test_reading_a_message_is_a_receipt(teaching: FlaskClient, parent: FlaskClient) -> None:
    about = teaching.post("/api/v1/homework", json=DRAFT, headers=keyed("1")).json["assignment_id"]
    message = parent.get("/api/v1/inbox").json["messages"][0]
    parent.put(f"/api/v1/inbox/{message['message_id']}/receipt", json={}, headers=keyed("r"))
    counts = teaching.get(f"/api/v1/receipts?about_ids={about}").json["counts"]
    assert [(c["told"], c["read"]) for c in counts] == [(2, 1)]


def test_anybody_may_read_a_school_its_board_rules_and_calendar(app: Flask) -> None:
    client = app.test_client()
    for part in ("", f"/board?day={DRAFT['day']}", f"/rules?on={DRAFT['day']}", "/calendar"):
        assert client.get(f"/api/v1/schools/xiangyang{part}", base_url=HTTPS).status_code == 200
    assert client.get("/api/v1/schools/nowhere/calendar", base_url=HTTPS).status_code == 404


def test_somebody_elses_thing_and_nothing_look_the_same(parent: FlaskClient, teaching: FlaskClient) -> None:
    nothing = parent.get(f"/api/v1/applications/{number(999)}")
    not_mine = parent.get("/api/v1/homework")
    assert (nothing.status_code, not_mine.status_code) == (404, 404)
    assert nothing.json["detail"] == not_mine.json["detail"]


def test_a_cookie_alone_commands_nothing_through_the_api(teacher: Person, houses: InMemoryHouses) -> None:
    assert teacher.client.get("/api/v1/homework", base_url=HTTPS).status_code == 200
    answer = teacher.client.post("/api/v1/homework", base_url=HTTPS, json=DRAFT, headers=keyed("1"))
    assert (answer.status_code, answer.json["code"]) == (400, "page_too_old")
    assert not houses.homework.pieces


def test_who_belongs_to_two_schools_says_which(app: Flask, houses: InMemoryHouses) -> None:
    token = program(app, "wang").environ_base["HTTP_AUTHORIZATION"].partition(" ")[2]
    session = houses.directory.sessions[token]
    elsewhere = type(ACTORS[WANG])(
        person_id=WANG, district_id=ACTORS[WANG].district_id, school_id=number(3), grants=ACTORS[WANG].grants
    )
    houses.directory.sessions[token] = type(session)(
        **{**vars(session), "actors": (*session.actors, elsewhere)}
    )
    client = app.test_client()
    headers = {"Authorization": f"Bearer {token}"}
    unsaid = client.get("/api/v1/homework", base_url=HTTPS, headers=headers)
    assert (unsaid.status_code, unsaid.json["errors"][0]["pointer"]) == (422, "#/Qingfu-School")
    said = client.get("/api/v1/homework", base_url=HTTPS, headers={**headers, "Qingfu-School": number(3)})
    assert said.status_code == 200


def test_a_silent_house_is_a_503_that_says_when_to_come_back(teaching: FlaskClient, houses: InMemoryHouses) -> None:
    houses.silent = {"homework"}
    answer = teaching.get("/api/v1/homework")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")


def test_the_description_names_every_address_field_and_error(app: Flask) -> None:
    spec = app.test_client().get("/api/v1/openapi.json", base_url=HTTPS).json
    assert spec["openapi"] == "3.1.0"
    draft = spec["components"]["schemas"]["PublishHomework"]
    assert draft["properties"]["content"]["maxLength"] == 500
    assert draft["properties"]["minutes"]["title"] == "预计用时（分钟）"
    assert draft["properties"]["kind"]["enum"][0] == "written"
    publish = spec["paths"]["/api/v1/homework"]["post"]
    assert "Idempotency-Key" in {p["name"] for p in publish["parameters"]}
    assert "application/problem+json" in spec["components"]["responses"]["DEFAULT_ERROR"]["content"]

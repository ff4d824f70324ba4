"""A draft tried on the past, as a program asks for it."""

from flask import Flask

from plumbing import clock
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.test_api import keyed, program
from tests.unit.homework import cast

TODAY = clock.today().isoformat()
ASK = {"layer": "school", "norms": [cast.cap(20, layer="school")], "first": TODAY, "last": TODAY}


def test_an_office_asks_for_a_replay_sees_it_at_work_and_reads_what_it_finds(
    app: Flask, houses: InMemoryHouses
) -> None:
    office = program(app, "wu")
    houses.homework.replays_busy = True
    asked = office.post("/api/v1/rules/replays", json=ASK, headers=keyed("1"))
    assert asked.status_code == 202
    assert office.post("/api/v1/rules/replays", json=ASK, headers=keyed("1")).json == asked.json
    read = office.get(f"/api/v1/rules/replays/{asked.json['replay_id']}").json
    assert (read["job"]["state"], read["result"]) == ("running", None)
    houses.homework.replays_busy = False
    asked = office.post("/api/v1/rules/replays", json=ASK, headers=keyed("2"))
    found = office.get(f"/api/v1/rules/replays/{asked.json['replay_id']}").json["result"]
    assert (found["flips"]["refused"], found["by_norm"][0]["norm"]) == (1, "cap_written_total_average")


def test_a_teacher_cannot_try_a_draft_and_finds_nobodys_replay(app: Flask) -> None:
    asked = program(app, "wu").post("/api/v1/rules/replays", json=ASK, headers=keyed("1")).json
    teacher = program(app, "wang")
    assert teacher.post("/api/v1/rules/replays", json=ASK, headers=keyed("1")).status_code == 404
    assert teacher.get(f"/api/v1/rules/replays/{asked['replay_id']}").status_code == 404


def test_what_cannot_be_asked_is_named_by_its_pointer(app: Flask) -> None:
    wrong = {**ASK, "layer": "national", "norms": [{"title": "一\x00二"}], "last": "10月1日"}
    answer = program(app, "wu").post("/api/v1/rules/replays", json=wrong, headers=keyed("1"))
    assert answer.status_code == 422
    assert {error["pointer"].split("/")[1] for error in answer.json["errors"]} == {"layer", "norms", "last"}

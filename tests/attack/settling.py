"""Settling: the world comes into the running house as any district would, and something happens in every class."""

import json
import os
import subprocess
from contextlib import closing

from contracts.actor import Role
from demo.password import PASSWORD
from ops.databases import as_superuser
from ops.places import CHECKOUT
from ops.running import wait_for
from ops.secrets import Secrets
from ops.up.arrival import Arrival
from ops.up.environment import Environment
from ops.up.processes import Processes
from plumbing import clock
from plumbing.ids import new_id
from tests.attack import documents
from tests.attack.visitor import sign_in
from tests.attack.world import SUBJECT

NEWS = "news"
"""The purpose of the child, piece and application by which things happen before anybody attacks."""
_SECONDS = 90


def settle(world, house, folder):
    """Everybody is there and knows each other; of all things there is one in each class."""
    for district in world.districts:
        seed(house, folder / district, directory=documents.directory(world, district))
    rest = {name: getattr(documents, name)(world) for name in ("rulebook", "homework", "enrolment")}
    seed(house, folder / "rest", **rest)
    arrived(house)
    for place in world.places.values():
        _happen(place, house)
    assert wait_for(lambda: all(_told(place, house) for place in world.places.values()), _SECONDS)
    _be_signed_in_elsewhere(world, house)


def remove(world, house, folder):
    """Those who are to be removed hold nothing any more."""
    seed(house, folder / "removed", directory=documents.directory(world, "near", after_removal=True))
    with as_superuser(house.databases["directory"].inside_admin_url) as cursor:  # no house ends an officer's term yet
        gone = world.removed[Role.DISTRICT_OFFICE].person_id
        cursor.execute("DELETE FROM district_grant WHERE person_id = %s", (gone,))
    arrived(house)


def arrived(house):
    """Every fact that was announced is known everywhere."""
    with closing(Arrival(databases=house.databases)) as arrival:
        assert wait_for(lambda: not arrival.waiting() and not arrival.missing(), _SECONDS)


def seed(house, folder, **by_house):
    """Each house has taken in its document, in the way in which the operator gives it the demo's."""
    folder.mkdir()
    for name, document in by_house.items():
        (folder / f"{name}.json").write_text(json.dumps(document), encoding="utf-8")
    for program in _processes(house).seeds(folder):
        told = {**os.environ, **program.environment}
        run = subprocess.run(program.command, cwd=CHECKOUT, env=told, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr


def _processes(house):
    environment = Environment(
        databases=house.databases, amqp_urls=house.state.amqp_urls, secrets=Secrets(house.places.secrets),
        ports=iter(()), gateway_port=0, clock_offset_seconds=house.state.clock_offset_seconds,
    )
    return Processes(environment=environment, scale={})


def _happen(place, house):
    """A piece is published, a child applied for, another turned down; a roster, an export, a replay are asked for."""
    family, teacher, head = (
        sign_in(house.address, place.people[role].login, PASSWORD)
        for role in (Role.GUARDIAN, Role.TEACHER, Role.HEAD_TEACHER)
    )
    draft = {
        "class_id": place.class_id, "subject": SUBJECT, "day": clock.today().isoformat(), "kind": "reading",
        "place": "school", "minutes": 1, "content": place.content,
    }
    published = teacher.program("POST", "/api/v1/homework", draft, **key())
    done(published)
    place.published_id = published.json["assignment_id"]
    refused = f"/api/v1/applications/{place.applications[NEWS]}/decision"
    done(head.program("PUT", refused, {"decision": "reject", "ground": "full", "reason": place.reason}, **key()))
    place.roster = _handed_in(place, sign_in(house.address, place.people[Role.ACADEMIC_OFFICE].login, PASSWORD))
    office = sign_in(house.address, place.people[Role.ACADEMIC_OFFICE].login, PASSWORD)
    place.exports = {what: _asked_for(office) for what in ("release", "file")}
    place.replay_id = _tried_on_the_past(office)
    wish = {"pupil_id": place.pupils[NEWS], "care_weekdays": [1], "club_ids": [place.school.club_id]}
    done(family.program("POST", "/api/v1/applications", wish, **key()))


def _handed_in(place, office):
    """Return a roster that was checked, and in which nothing could be read."""
    form = {"people": "pupils", "whole": "part", "school_id": place.school.school_id, "pasted": f"{place.mark}ROSTER"}
    at = office.post("/school/rosters", form).header("Location").rpartition("/")[2]
    seen = []

    def checked():
        seen.append(office.program("GET", f"/api/v1/rosters/{at}").json)
        return seen[-1]["check"]["state"] not in ("queued", "running")

    assert wait_for(checked, _SECONDS)
    return {**seen[-1], "file_id": new_id()}


def _asked_for(office):
    """Return an export of the whole school, as an office has asked for it; a large one waits for somebody else."""
    ask = {"scope": "school", "contents": "names", "purpose": "safety"}
    asked = office.program("POST", "/api/v1/exports", ask, **key())
    done(asked)
    return asked.json["export_id"]


def _tried_on_the_past(office):
    """Return a replay of a draft that says nothing, as an office has asked for it."""
    today = clock.today().isoformat()
    ask = {"layer": "school", "norms": [], "first": today, "last": today}
    asked = office.program("POST", "/api/v1/rules/replays", ask, **key())
    done(asked)
    return asked.json["replay_id"]


def _told(place, house):
    """Say whether family and head teacher have been told, and remember by which message."""
    for role in (Role.GUARDIAN, Role.HEAD_TEACHER):
        if role not in place.messages:
            inbox = sign_in(house.address, place.people[role].login, PASSWORD).program("GET", "/api/v1/inbox").json
            if inbox["messages"]:
                place.messages[role] = inbox["messages"][0]["message_id"]
    return len(place.messages) == 2


def _be_signed_in_elsewhere(world, house):
    """Everybody has a session besides the one that the attack is made with."""
    for place in world.places.values():
        for role, someone in (world.holders if place is world.places["own"] else place.people).items():
            session = sign_in(house.address, someone.login, PASSWORD).program("GET", "/api/v1/session").json
            place.sessions[role] = session["session_id"]


def key():
    """Return the header of a command that nobody has sent before."""
    return {"Idempotency-Key": new_id()}


def done(answer):
    """The house has done what it was asked."""
    assert answer.status < 300, (answer.status, answer.text)

"""While a roster is read, marked or taken in, its child, worker, house or database dies: all of it is in once."""

import os
import random
import signal
import time
from itertools import count
from pathlib import Path

import psycopg2
import pytest

from ops import pidfile
from ops.databases import as_superuser
from ops.house_api import HouseApi
from ops.running import wait_for
from ops.sentence import CannotGoOn
from tests.attack.visitor import Visitor
from tests.bench.large_roster import large_roster
from tests.journeys.new_school import Operator
from tests.journeys.office import CHOSEN

PHONE, ROWS, GOOD, SECONDS, TRIES = "13912340002", 800, 792, 180, 5
_AT_STEP = "SELECT FROM job WHERE arguments ->> 'roster_id' = %s AND state = 'running' AND kind = 'roster_check'"
MOMENTS = {
    "read": ("check", f"{_AT_STEP} AND steps_done < 2"),
    "marked": ("check", f"{_AT_STEP} AND steps_done = 2"),
    "taken in": (
        "take_in", "SELECT FROM pg_stat_activity WHERE backend_xid IS NOT NULL AND query LIKE '%%INSERT INTO pupil%%'"
        " AND datname = current_database() AND %s <> ''",
    ),
}
"""While which job is at work, and what the database shows then."""

VICTIMS = ("child", "worker", "directory", "postgres")
_ENDED = "SELECT FROM job WHERE arguments ->> 'roster_id' = %s AND kind = %s AND state IN ('done', 'failed')"
_files = count()


class Roster:
    """One roster on its way through a house in which processes die."""

    def __init__(self, house, api, school_id):
        self.house, self.api, self.school_id = house, api, school_id
        self.roster_id = ""

    def is_handed_in(self):
        content = large_roster(ROWS, first=next(_files) * ROWS)
        ask = {"file_id": self.api.put(content), "suffix": "xlsx", "people": "pupils", "whole": "part"}
        self.roster_id = self.api.ask("POST", "/rosters", ask)["roster_id"]

    def is_to_be_taken_in(self):
        self.api.ask("POST", f"/rosters/{self.roster_id}/take-in", {})

    def comes_to(self, job, sight):
        """Say whether the job was met at this very moment: looked at without a pause, for it is over soon."""
        sql = f"SELECT EXISTS ({sight}), EXISTS ({_ENDED})"
        until = time.monotonic() + SECONDS
        with as_superuser(self.house.databases["directory"].inside_admin_url) as cursor:
            while time.monotonic() < until:
                cursor.execute(sql, (self.roster_id, self.roster_id, f"roster_{job}"))
                met, ended = cursor.fetchone()
                if met or ended:
                    return met
        raise AssertionError(job)

    def ends(self, job):
        """Return what has become of it, once it has an end."""
        ended = wait_for(lambda: self._seen().get(job, {}).get("state") in ("done", "failed"), SECONDS)
        assert ended, self._seen()
        return self._seen()[job]

    def _seen(self):
        try:
            return self.api.ask("GET", f"/rosters/{self.roster_id}")
        except CannotGoOn:
            return {}


@pytest.fixture(scope="module")
def office(house_up, tmp_path_factory):
    """The academic office of a school that is empty."""
    operator = Operator(house_up, tmp_path_factory.mktemp("operator"), code="gangkou", phone=PHONE)
    operator.opens_the_district()
    card = operator.opens_the_school()
    asked = {"code": card.code, "last_four": PHONE[-4:], "password": CHOSEN}
    assert Visitor(house_up.address).program("POST", "/api/v1/activation", asked).status == 201
    return HouseApi(house_up.address, login=PHONE, password=CHOSEN)


@pytest.fixture
def roster(house_up, office):
    (school,) = office.ask("GET", "/session")["schools"]
    return Roster(house_up, office, school["school_id"])


def dies(house, victim):
    """The process is gone at once; who watches over it is not asked."""
    if victim != "child":
        name = "directory-worker" if victim == "worker" else victim
        os.kill(pidfile.find(house.places.run, name).pid, signal.SIGKILL)
        return
    worker = pidfile.find(house.places.run, "directory-worker").pid
    for child in Path(f"/proc/{worker}/task/{worker}/children").read_text().split():
        os.kill(int(child), signal.SIGKILL)


def asked(house, sql, *values):
    """Ask directory's database, which may be on its way back, as its superuser."""
    answers = []

    def answered():
        try:
            with as_superuser(house.databases["directory"].inside_admin_url) as cursor:
                cursor.execute(sql, values)
                answers.append(cursor.fetchall()[0][0])
        except psycopg2.OperationalError:
            return False
        return True

    assert wait_for(answered, SECONDS)
    return answers[-1]


PUPILS = "SELECT count(*) FROM pupil WHERE school_id = %s"
TWICE = """
SELECT count(*) FROM (
  SELECT FROM outbox WHERE school_id = %s AND type IN ('directory.pupil_placed.v1', 'directory.guardianship_changed.v1')
  GROUP BY type, body::json ->> 'pupil_id' HAVING count(*) > 1
) AS told
"""
WITH_PARENTS = """
SELECT count(*) FROM (
  SELECT FROM guardianship WHERE school_id = %s GROUP BY pupil_id HAVING count(*) = 2
) AS families
"""


@pytest.fixture
def moments(seed, victim, request):
    """Return as many of the moments as there are rounds; each victim has its own."""
    rounds = min(request.config.getoption("--rounds"), len(MOMENTS))
    return random.Random(f"{seed} {victim}").sample(list(MOMENTS), rounds)


@pytest.mark.parametrize("victim", VICTIMS)
def test_a_roster_is_in_once_whoever_dies_while_it_is_read_marked_or_taken_in(roster, victim, moments, house_up):
    for moment in moments:
        is_in_once_though(victim, MOMENTS[moment], roster, house_up)


def is_in_once_though(victim, moment, roster, house_up):
    job, sight = moment
    before = comes_to(job, sight, roster, house_up)
    dies(house_up, victim)
    assert roster.ends(job)["state"] == "done"
    if job == "check":
        roster.is_to_be_taken_in()
        assert roster.ends("take_in")["state"] == "done"
    assert asked(house_up, PUPILS, roster.school_id) == before + GOOD
    assert asked(house_up, WITH_PARENTS, roster.school_id) == before + GOOD
    assert asked(house_up, TWICE, roster.school_id) == 0


def comes_to(job, sight, roster, house_up):
    """Hand rosters in until one is met at this very moment; return how many pupils there were before it."""
    for _ in range(TRIES):
        before = asked(house_up, PUPILS, roster.school_id)
        roster.is_handed_in()
        if job == "take_in":
            assert roster.ends("check")["state"] == "done"
            roster.is_to_be_taken_in()
        if roster.comes_to(job, sight):
            return before
    raise AssertionError(f"no {job} was met in {TRIES} tries")

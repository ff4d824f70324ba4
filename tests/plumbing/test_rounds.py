"""What is due by the date happens by itself, in a house's own worker, whoever is asleep."""

import json

import pytest

from plumbing import ids
from plumbing.sealing import make_keys
from tests.plumbing.conftest import free_port
from tests.plumbing.workshop import Database, Process, answers_ready, wait_for

pytestmark = pytest.mark.servers
YESTERDAY = "(qingfu.now() AT TIME ZONE 'Asia/Shanghai')::date - 1"


@pytest.fixture
def database(fresh_database):
    server = fresh_database("directory")
    opened = Database(server.inside_admin_url)
    opened.server = server
    yield opened
    opened.close()


@pytest.fixture
def worker(database, tmp_path):
    """Return a function: directory's worker begins."""
    begun = []

    def begin():
        port = free_port()
        url = database.server.url
        settings = {
            "QINGFU_DATABASE_URL": url("directory"), "QINGFU_DATABASE_URL_SWEEP": url("directory_sweep"),
            "QINGFU_DIRECTORY_KEYS": make_keys(), "QINGFU_HEALTH_PORT": str(port),
        }
        begun.append(Process(["-m", "services.directory", "work"], settings, tmp_path / f"worker-{len(begun)}.log"))
        wait_for(lambda: answers_ready(port), "the worker to be ready")
        return begun[-1]

    yield begin
    for process in begun:
        process.stop()


class Colleague:
    """One of the staff of a school of their own, by what stands in the tables."""

    def __init__(self, database):
        self.run, self.value = database.run, database.value
        self.district, self.school, self.person, self.staff = (ids.new_id() for _ in range(4))
        self.run("INSERT INTO district VALUES (%s, %s, '区')", self.district, self.district[-12:])
        self.run(
            "INSERT INTO school (school_id, district_id, code, name, stage) VALUES (%s, %s, %s, '校', 'primary')",
            self.school, self.district, self.school[-12:],
        )
        self.run(
            "INSERT INTO person (district_id, person_id, name) VALUES (%s, %s, '老师')", self.district, self.person
        )
        self.run(
            "INSERT INTO staff (school_id, staff_id, person_id) VALUES (%s, %s, %s)", self.school, self.staff,
            self.person,
        )

    def holds(self, role, place, last="NULL"):
        self.run(
            "INSERT INTO staff_grant (school_id, staff_id, place, role, last)"
            f" VALUES (%s, %s, %s, %s, {last})", self.school, self.staff, place, role,
        )

    def will_hold(self, role, first):
        self.run(
            f"INSERT INTO grant_to_come (school_id, grant_id, staff_id, role, first) VALUES (%s, %s, %s, %s, {first})",
            self.school, ids.new_id(), self.staff, role,
        )

    def told(self):
        rows = self.run("SELECT body FROM outbox WHERE school_id = %s ORDER BY seq", self.school)
        return [[grant["role"] for grant in json.loads(body)["grants"]] for (body,) in rows]


def test_a_post_begins_and_another_is_over_without_anybody_asking(database, worker):
    colleague = Colleague(database)
    colleague.holds("principal", 0)
    colleague.holds("grade_lead", 1, last=YESTERDAY)
    colleague.will_hold("after_school_office", first=f"{YESTERDAY} + 1")
    colleague.will_hold("academic_office", first=f"{YESTERDAY} + 2")
    worker()
    wait_for(colleague.told, "the change to be announced")
    assert colleague.told() == [["principal", "after_school_office"]]
    assert database.value("SELECT count(*) FROM grant_to_come") == 1
    assert database.run("SELECT * FROM schools_with_due_roles()") == []


def test_one_schools_trouble_is_not_anothers(database, worker):
    troubled, well = Colleague(database), Colleague(database)
    troubled.holds("no such role", 0)
    for colleague in (troubled, well):
        colleague.holds("grade_lead", 1, last=YESTERDAY)
    running = worker()
    wait_for(well.told, "the school that is well to be turned")
    assert (troubled.told(), well.told()) == ([], [[]])
    wait_for(lambda: "round failed" in running.log.read_text(), "the trouble to be told")


def test_the_workers_role_sees_where_something_is_due_and_nothing_of_what(database):
    seen = database.value("SELECT has_table_privilege('directory_sweep', 'staff_grant', 'SELECT')")
    assert (seen, database.value("SELECT has_table_privilege('directory_sweep', 'grant_to_come', 'SELECT')")) == (
        False, False
    )

"""Each process is told what it needs, and nothing that is another's."""

import itertools
import os
import stat
import sys

import pytest

from contracts.catalogue import HOUSES
from ops.databases import HouseDatabase
from ops.house_sql import roles
from ops.places import Places
from ops.program import Program
from ops.running import Running, wait_for
from ops.secrets import Secrets
from ops.up.environment import Environment
from ops.up.processes import Processes


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    secrets = Secrets(tmp_path_factory.mktemp("house") / "secrets.json")
    databases = {
        house: HouseDatabase(
            house=house, admin_url="postgresql://postgres:top@127.0.0.1:5432/postgres",
            passwords=secrets.passwords(roles(house)),
        )
        for house in HOUSES
    }  # fmt: skip
    urls = {user: f"amqp://{user}:pw@127.0.0.1:5672/%2F" for user in (*HOUSES, "gateway")}
    return Environment(
        databases=databases, amqp_urls=urls, secrets=secrets, ports=itertools.count(20_000), gateway_port=8000
    )


def test_directory_alone_can_open_what_it_has_sealed(environment):
    kinds = {kind: getattr(environment, kind) for kind in ("serve", "relay", "work", "migrate")}
    told = {(kind, house) for kind, tell in kinds.items() for house in HOUSES if "QINGFU_DIRECTORY_KEYS" in tell(house)}
    assert told == {("serve", "directory"), ("work", "directory")}
    assert "QINGFU_DIRECTORY_KEYS" not in environment.gateway()


def test_the_gateway_has_no_database_and_alone_can_sign(environment):
    told = environment.gateway()
    assert not [name for name in told if "DATABASE" in name]
    assert "PRIVATE KEY" in told["QINGFU_PASSPORT_PRIVATE_KEY"]


@pytest.mark.parametrize("house", HOUSES)
def test_a_house_can_check_passports_but_not_make_them(environment, house):
    told = environment.serve(house)
    assert "PUBLIC KEY" in told["QINGFU_PASSPORT_PUBLIC_KEY"]
    assert not any("PRIVATE" in value for value in told.values())


@pytest.mark.parametrize("house", HOUSES)
def test_a_house_a_relay_and_a_migration_have_each_a_role_of_their_own(environment, house):
    told = (environment.serve(house), environment.relay(house), environment.migrate(house))
    assert [user(one["QINGFU_DATABASE_URL"]) for one in told] == [house, f"{house}_relay", f"{house}_owner"]


@pytest.mark.parametrize("house", HOUSES)
def test_a_worker_has_the_sweeps_role_and_the_houses_for_its_jobs_and_nothing_to_do_with_the_broker(environment, house):
    told = environment.work(house)
    assert user(told["QINGFU_DATABASE_URL_SWEEP"]) == f"{house}_sweep"
    assert user(told["QINGFU_DATABASE_URL"]) == house
    assert not [name for name in told if "AMQP" in name or "PASSPORT" in name]


def user(url):
    return url.split("://")[1].split(":")[0]


def test_nobody_but_the_operator_knows_the_superusers_password(environment):
    processes = Processes(environment=environment, scale={})
    told = [value for program in processes.lasting for value in program.environment.values()]
    assert not [value for value in told if "postgres:top" in value]


def test_addresses_in_the_operators_own_environment_do_not_reach_a_process(tmp_path, monkeypatch):
    monkeypatch.setenv("QINGFU_DATABASE_URL_HOMEWORK", "postgresql://postgres:top@db/postgres")
    code = "import os; print([n for n in os.environ if n.startswith('QINGFU_DATABASE')], flush=True)"
    running = Running(Program(name="homework", command=(sys.executable, "-c", code)), Places(tmp_path))
    running.start()
    assert wait_for(lambda: not running.alive(), 10)
    assert running.log.read_text().strip() == "[]"


def test_more_processes_of_a_house_are_numbered(environment):
    names = [p.name for p in Processes(environment=environment, scale={"homework": 3}).lasting]
    assert [name for name in names if name.startswith("homework")] == [
        "homework", "homework-2", "homework-3", "homework-relay"
    ]  # fmt: skip
    assert names[-1] == "gateway"


def test_every_house_of_the_catalogue_has_a_process_and_a_relay(environment):
    names = {p.name for p in Processes(environment=environment, scale={}).lasting}
    assert names == {*HOUSES, *(f"{house}-relay" for house in HOUSES), "gateway"}


def test_every_house_of_the_catalogue_has_one_worker_however_many_serve(environment):
    processes = Processes(environment=environment, scale={"homework": 3})
    assert [program.name for program in processes.workers] == [f"{house}-worker" for house in HOUSES]


def test_a_secret_is_made_once_and_only_its_owner_can_read_it(tmp_path):
    path = tmp_path / "secrets.json"
    first = Secrets(path).password("homework")
    assert Secrets(path).password("homework") == first
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600


def test_two_names_never_share_a_password(tmp_path):
    secrets = Secrets(tmp_path / "secrets.json")
    assert len(set(secrets.passwords(HOUSES).values())) == len(HOUSES)

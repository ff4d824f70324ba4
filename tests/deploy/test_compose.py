"""Every container of docker-compose.yml can do what it is for, and no more; together they are the whole house."""

import subprocess
import sys

import pytest

from contracts.catalogue import HOUSES
from gateway.serving import FINISH_SECONDS
from ops.places import CHECKOUT
from ops.secret_files import amqp_url, database, secret_files
from ops.secrets import Secrets
from ops.servers.postgres import WITHOUT_WORDS
from ops.up.environment import Environment
from plumbing import proof
from plumbing.jobs.kind import Kind
from plumbing.jobs.worker import AT_ONCE
from plumbing.work import work_of
from tests.deploy.compose import FILE, NETWORKS, ONCE, OURS, SECRETS, SERVICES, megabytes, seconds, secrets_of

EVERY = pytest.mark.parametrize("name", SERVICES)
KINDS = {"": "serve", "-relay": "relay", "-worker": "work", "-migrate": "migrate"}
WORKERS_OWN_MEGABYTES = 128
NO_SECRETS = {"QINGFU_HOUSE", "QINGFU_CLOCK_OFFSET_SECONDS", "EVENTLET_NO_GREENDNS", "QINGFU_GATEWAY_PORT"}


def test_the_file_is_what_the_compose_specification_allows():
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", FILE)
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


def test_every_house_of_the_catalogue_serves_relays_works_and_migrates_and_there_is_one_gateway():
    theirs = {f"{house}{ending}" for house in HOUSES for ending in KINDS}
    assert set(SERVICES) == theirs | {"gateway", "prepare", "postgres", "rabbitmq"}


@pytest.mark.parametrize("house", HOUSES)
def test_the_containers_of_a_house_run_its_own_image_each_for_one_thing(house):
    for ending, verb in KINDS.items():
        service = SERVICES[f"{house}{ending}"]
        assert service["image"] == f"qingfu/{house}"
        assert service["build"]["args"] == {"HOUSE": house}
        assert service["command"] == [f"services.{house}", verb]


@EVERY
def test_a_container_has_no_powers_and_no_ground_to_write_on(name):
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"] and "cap_add" not in service
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert int(service["user"].partition(":")[0]) > 0


@EVERY
def test_a_container_has_limits_and_a_log_that_does_not_fill_the_disk(name):
    service = SERVICES[name]
    assert set(service["deploy"]["resources"]["limits"]) == {"cpus", "memory", "pids"}
    assert set(service["logging"]["options"]) == {"max-size", "max-file"}


@EVERY
def test_what_lasts_is_started_again_and_its_health_is_looked_at(name):
    service = SERVICES[name]
    if name in ONCE:
        assert service["healthcheck"] == {"disable": True}
    else:
        assert service["restart"] == "unless-stopped"
        assert "test" in service.get("healthcheck", {}) or (name in OURS and dockerfile_looks_at_health())


def dockerfile_looks_at_health():
    return "\nHEALTHCHECK " in (CHECKOUT / "deploy" / "Dockerfile").read_text()


def test_only_the_gateway_is_to_be_reached_from_outside():
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["gateway"]
    assert {name for name, network in NETWORKS.items() if not network.get("internal")} == {"outside"}
    assert [name for name, service in SERVICES.items() if "outside" in service["networks"]] == ["gateway"]


def test_unless_told_otherwise_the_gateway_is_to_be_reached_from_this_machine_only():
    assert SERVICES["gateway"]["ports"] == ["${QINGFU_LISTEN:-127.0.0.1:8000}:8080"]


def test_the_gateway_reaches_no_database_and_a_worker_no_broker():
    assert SERVICES["postgres"]["networks"] == ["databases"]
    assert SERVICES["rabbitmq"]["networks"] == ["broker"]
    assert "databases" not in SERVICES["gateway"]["networks"]
    assert [house for house in HOUSES if SERVICES[f"{house}-worker"]["networks"] != ["databases"]] == []


def test_no_name_and_no_port_keeps_a_second_container_of_a_house_from_starting():
    fixed = {"container_name", "hostname", "ports", "volumes"}
    assert [name for name in OURS - {"gateway"} if fixed & set(SERVICES[name])] == []


@pytest.fixture(scope="module")
def secrets(tmp_path_factory):
    return Secrets(tmp_path_factory.mktemp("deploy") / "secrets.json")


@pytest.mark.parametrize("name", sorted(OURS))
def test_a_container_is_told_what_the_same_process_is_told_outside_of_containers_and_no_more(name, secrets):
    made, given = secret_files(secrets), secrets_of(name)
    files = {told: value for told, value in SERVICES[name]["environment"].items() if told.endswith("_FILE")}
    told = {file.removesuffix("_FILE"): made[given.pop(path.rpartition("/")[2])] for file, path in files.items()}
    assert told == {setting: value for setting, value in outside(name, secrets).items() if setting not in NO_SECRETS}
    assert given == {}


@pytest.mark.parametrize("name", sorted(OURS))
def test_no_secret_is_told_by_the_environment(name):
    words = {told for told in SERVICES[name]["environment"] if not told.endswith("_FILE")}
    assert words <= {"QINGFU_TRUSTED_PROXIES", "QINGFU_PLAIN_HOSTS"}


@pytest.mark.parametrize("name", sorted(OURS))
def test_in_plain_a_container_speaks_to_servers_on_closed_networks_only(name, secrets, monkeypatch):
    plain = SERVICES[name]["environment"]["QINGFU_PLAIN_HOSTS"]
    assert all(NETWORKS[network].get("internal") for host in plain.split() for network in SERVICES[host]["networks"])
    monkeypatch.setenv("QINGFU_PLAIN_HOSTS", plain)
    proof.prove_all({told: url for told, url in outside(name, secrets).items() if "_URL" in told})


def outside(name, secrets):
    """Return what `qingfu up` tells the process that a container runs."""
    environment = Environment(
        databases={house: database(house, secrets) for house in HOUSES},
        amqp_urls={user: amqp_url(user, secrets) for user in (*HOUSES, "gateway")},
        secrets=secrets, ports=iter(()), gateway_port=8080,
    )
    if name == "gateway":
        return environment.gateway()
    room, verb = SERVICES[name]["command"]
    return getattr(environment, verb)(room.removeprefix("services."))


def test_the_gateway_alone_can_sign():
    assert [name for name in SERVICES if "passport_private_key" in secrets_of(name).values()] == ["gateway"]


def test_the_superusers_password_is_known_to_the_server_and_to_what_prepares_it():
    knows = {"postgres_password", "postgres_service", "databases.sql"}
    assert {name for name in SERVICES if knows & set(secrets_of(name).values())} == {"postgres", "prepare"}


def test_the_secrets_are_those_that_the_operators_command_makes(secrets):
    made = {name: f"deploy/secrets/{name}" for name in secret_files(secrets)}
    assert {name: secret["file"] for name, secret in SECRETS.items()} == made


def test_a_container_has_longer_to_leave_than_its_process_takes():
    asked = subprocess.run(
        (sys.executable, "-c", "from plumbing.serve import STOP_SECONDS; print(STOP_SECONDS)"),
        capture_output=True, text=True, check=True, cwd=CHECKOUT,
    )  # in a process of its own: it patches every socket
    longest = max(FINISH_SECONDS, float(asked.stdout))
    assert [name for name in OURS if seconds(SERVICES[name]["stop_grace_period"]) < longest + 5] == []


@pytest.mark.parametrize("house", HOUSES)
def test_a_worker_has_room_for_all_the_children_it_may_have_at_once(house):
    largest = max(Kind.memory_mb, *(kind.memory_mb for kind in work_of(house).kinds), 0)
    assert megabytes(f"{house}-worker") >= AT_ONCE * largest + WORKERS_OWN_MEGABYTES


def test_what_people_wrote_does_not_get_into_the_databases_log():
    assert {f"-c{name}={value}" for name, value in WITHOUT_WORDS.items()} <= set(SERVICES["postgres"]["command"])


def test_databases_are_prepared_then_migrated_before_anybody_uses_them():
    assert waits_for("prepare") == {"postgres": "service_healthy"}
    for house in HOUSES:
        assert waits_for(f"{house}-migrate") == {"prepare": "service_completed_successfully"}
        for ending in ("", "-relay", "-worker"):
            assert waits_for(f"{house}{ending}")[f"{house}-migrate"] == "service_completed_successfully"


def test_what_talks_to_the_broker_waits_for_it():
    talking = {name for name in OURS if "amqp_url" in secrets_of(name)}
    assert [name for name in talking if waits_for(name).get("rabbitmq") != "service_healthy"] == []


def waits_for(name):
    return {other: how["condition"] for other, how in SERVICES[name]["depends_on"].items()}

"""What containers are told is what the catalogue says, made once, and open to nobody else on the machine."""

import base64
import hashlib
import json
import stat

import pytest
from click.testing import CliRunner

from contracts.catalogue import HOUSES
from ops.commands import qingfu
from ops.databases import HouseDatabase
from ops.house_sql import roles
from ops.secrets import Secrets
from plumbing.topology import definitions


@pytest.fixture
def folder(tmp_path):
    """The folder as the operator's command makes it."""
    made = tmp_path / "secrets"
    made_by(made)
    return made


def made_by(folder):
    result = CliRunner().invoke(qingfu, ["deploy-files", str(folder)])
    assert result.exit_code == 0, result.output


def database(folder, house):
    """Return the database of a house, as its containers see it."""
    secrets = Secrets(folder / "secrets.json")
    admin = f"postgresql://postgres:{secrets.password('postgres')}@postgres:5432/postgres"
    return HouseDatabase(house=house, admin_url=admin, passwords=secrets.passwords(roles(house)))


def test_the_broker_is_told_the_topology_and_the_rights_of_the_catalogue(folder):
    told, users = json.loads((folder / "definitions.json").read_text()), (*HOUSES, "gateway", "operator")
    drawn = definitions(Secrets(folder / "secrets.json").passwords(users))
    assert {name: part for name, part in told.items() if name != "users"} == {
        name: part for name, part in drawn.items() if name != "users"
    }
    assert {(user["name"], user["tags"]) for user in told["users"]} == {
        (user["name"], user["tags"]) for user in drawn["users"]
    }


def test_the_broker_is_told_no_password_only_what_a_password_must_hash_to(folder):
    said, secrets = (folder / "definitions.json").read_text(), Secrets(folder / "secrets.json")
    for user in json.loads(said)["users"]:
        salted = base64.b64decode(user["password_hash"])
        password = secrets.password(user["name"])
        assert hashlib.sha256(salted[:4] + password.encode()).digest() == salted[4:]
        assert password not in said


def test_every_house_has_its_database_and_its_roles_made(folder):
    said = (folder / "databases.sql").read_text()
    assert [house for house in HOUSES if database(folder, house).script() not in said] == []


@pytest.mark.parametrize("house", HOUSES)
def test_each_role_of_a_house_is_told_its_own_address(folder, house):
    for role in roles(house):
        assert (folder / f"{role}_database_url").read_text() == database(folder, house).url(role)


@pytest.mark.parametrize("user", (*HOUSES, "gateway"))
def test_each_user_of_the_broker_is_told_its_own_address(folder, user):
    password = Secrets(folder / "secrets.json").password(user)
    assert (folder / f"{user}_amqp_url").read_text() == f"amqp://{user}:{password}@rabbitmq:5672/%2F"


def test_files_made_again_hold_the_same_passwords(folder):
    changing = {"definitions.json"}  # salted anew each time
    before = {path.name: path.read_text() for path in folder.iterdir() if path.name not in changing}
    made_by(folder)
    assert {path.name: path.read_text() for path in folder.iterdir() if path.name not in changing} == before


def test_nobody_else_gets_into_the_folder_and_a_container_can_read_its_file_under_any_user(folder):
    assert mode(folder) == 0o700
    assert {path.name: mode(path) for path in folder.iterdir() if mode(path) != 0o444} == {"secrets.json": 0o600}


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)

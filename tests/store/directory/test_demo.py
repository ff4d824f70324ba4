"""The demo district in a real directory: taken in whole, announced once, its cards open."""

import json
import re
from datetime import date
from functools import partial

import argon2
import pytest
from sqlalchemy import text

from contracts.actor import visitor
from contracts.directory.session import ReadSession, SignIn
from demo.documents import documents
from plumbing.caller import Caller
from plumbing.database import Database
from plumbing.house import House
from plumbing.scope import PLATFORM
from plumbing.sealing import Vault, make_keys
from services.directory import wiring
from services.directory.application.signing_in.session import read_session
from services.directory.formats.password import NOBODYS
from services.directory.store import DirectoryUnit

TODAY = date(2026, 11, 22)
VISITOR = Caller(actor=visitor(), call="test", request_id="test")


@pytest.fixture(scope="module")
def demo():
    return documents(TODAY)


@pytest.fixture(scope="module")
def databases(module_database):
    """Return the database as the house sees it, and as its relay does."""
    database = module_database("directory")
    seen = Database(database.url("directory")), Database(database.url("directory_relay"))
    yield seen
    for one in seen:
        one.engine.dispose()


@pytest.fixture(scope="module")
def house(databases, demo):
    house = House(service="directory", unit=partial(DirectoryUnit, vault=Vault(make_keys())), database=databases[0])
    wiring.seed(house, json.loads(json.dumps(demo["directory.json"])))
    return house


@pytest.fixture
def announced(databases):
    """Return how many events of each type have been announced."""

    def count():
        with databases[1].begin(PLATFORM) as connection:
            rows = connection.execute(text("SELECT type, count(*) AS how_many FROM outbox GROUP BY type"))
            return {row.type: row.how_many for row in rows}

    return count


def test_every_fact_of_the_demo_is_announced_once(house, demo, announced):
    schools = demo["directory.json"]["schools"]
    pupils = sum(len(school["pupils"]) for school in schools)
    assert announced() == {
        "directory.calendar_published.v1": 1,
        "directory.class_opened.v1": sum(len(school["classes"]) for school in schools),
        "directory.staff_granted.v1": sum(len(school["staff"]) for school in schools),
        "directory.pupil_placed.v1": pupils,
        "directory.guardianship_changed.v1": pupils,
    }


def test_the_demo_taken_in_again_announces_nothing(house, demo, announced):
    before = announced()
    wiring.seed(house, demo["directory.json"])
    assert announced() == before


def test_no_name_login_or_number_leaves_the_house(house, demo, databases):
    with databases[1].begin(PLATFORM) as connection:
        words = set(re.findall(r'"([^"]*)"', "".join(connection.execute(text("SELECT body FROM outbox")).scalars())))
    people = demo["directory.json"]["people"]
    pupils = [pupil for school in demo["directory.json"]["schools"] for pupil in school["pupils"]]
    assert words
    assert not words & {person[secret] for person in people for secret in ("login", "phone")}
    assert not words & {one["name"] for one in (*people, *pupils)}


def test_a_demo_password_is_as_much_work_as_any_other(demo):
    kept = demo["directory.json"]["password_hash"]
    assert argon2.extract_parameters(kept) == argon2.extract_parameters(NOBODYS)


def test_every_card_opens_a_session(house, demo):
    for card in demo["cards.json"]["cards"]:
        ask = SignIn(login=card["login"], password=card["password"], client="203.0.113.7")
        signed = wiring.sign_in(house, ask, VISITOR)
        session = house.query(read_session, ReadSession(token=signed.token), VISITOR)
        assert session.name == card["name"]
        assert session.actors

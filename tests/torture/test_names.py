"""Nobody's name or number travels: not in an event, not in a log line, whatever the suite has done with the house."""

import json
import re

import pytest

from contracts.catalogue import HOUSES
from ops.databases import as_superuser

LONGEST_NAME = 6
SPEAK_FIRST = ("directory", "rulebook")
"""These have announced the demo district; the others speak of what people have done since."""


@pytest.fixture(scope="module")
def people(house_up):
    """Return the names and numbers of everybody in the demo district."""
    whole = json.loads((house_up.places.demo / "directory.json").read_text(encoding="utf-8"))
    pupils = {pupil["name"] for school in whole["schools"] for pupil in school["pupils"]}
    adults = {person["name"] for person in whole["people"]}
    return pupils | adults, {person["phone"] for person in whole["people"]}


def betrayed(text, people):
    """Return whose names and numbers stand in the text."""
    names, numbers = people
    runs = re.findall(r"[^\x00-\x7f]+", text)
    pieces = {
        run[start:start + length] for run in runs for length in range(2, LONGEST_NAME + 1)
        for start in range(len(run) - length + 1)
    }
    return (pieces & names) | (set(re.findall(r"\d{11}", text)) & numbers)


def everything(house, service, sql):
    with as_superuser(house.databases[service].inside_admin_url) as cursor:
        cursor.execute(sql)
        return "\n".join(str(row) for row in cursor.fetchall())


def test_the_search_finds_a_name_where_there_is_one(house_up, people):
    names, numbers = people
    assert len(betrayed(everything(house_up, "directory", "SELECT name FROM person"), people) & names) > 1000
    assert betrayed("\n".join(f"（{number}）" for number in numbers), people) == numbers


def test_nobodys_number_can_be_read_even_where_numbers_are_kept(house_up, people):
    sealed = everything(house_up, "directory", "SELECT encode(phone_sealed || phone_index, 'escape') FROM person")
    assert len(sealed) > 1000
    assert betrayed(sealed, people) == set()


@pytest.mark.parametrize("service", HOUSES)
def test_no_event_names_anybody(house_up, people, service):
    bodies = everything(house_up, service, "SELECT body, correlation_id FROM outbox")
    assert bodies or service not in SPEAK_FIRST
    assert betrayed(bodies, people) == set()


@pytest.mark.parametrize("service", [house for house in HOUSES if house != "directory"])
def test_no_other_house_knows_a_name(house_up, people, service):
    tables = everything(
        house_up, service, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'"
    )
    for table in re.findall(r"'(\w+)'", tables):
        assert betrayed(everything(house_up, service, f"SELECT * FROM {table}"), people) == set(), table


def test_no_log_line_names_anybody(house_up, people):
    logs = list(house_up.places.log.glob("*"))
    assert len(logs) > len(HOUSES)
    for log in logs:
        assert betrayed(log.read_text(encoding="utf-8", errors="replace"), people) == set(), log.name

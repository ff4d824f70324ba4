"""What is published once is readable for ever, and says nothing about a person but ids and numbers."""

import json
from pathlib import Path

import pytest
from marshmallow import fields

from contracts import catalogue
from contracts.fields import Choice, Digest, Id, Instant, LocalDate, LocalTime, WholeNumber

EXAMPLES = Path(__file__).parent / "examples"
EVENTS = [entry.event for entry in catalogue.EVENTS]
PUBLIC = {
    "directory.staff_granted.v1": {"grants.subject"},
    "directory.calendar_published.v1": {"terms.name", "marked.name"},
    "rulebook.norms_published.v1": {"layer", "norms"},
    "rulebook.chain_published.v1": {"affair", "definition"},
    "homework.published.v1": {"subject"},
    "homework.corrected.v1": {"subject"},
    "homework.withdrawn.v1": {"subject"},
}
"""The only fields that could hold words, and why they may: codes, names of terms and holidays, norms and chains."""


def example_files(event):
    return sorted(EXAMPLES.glob(f"{event.type}*.json"))


@pytest.mark.parametrize("event", EVENTS, ids=lambda e: e.type)
def test_every_event_keeps_a_stored_example(event):
    assert example_files(event), f"store one as tests/contracts/examples/{event.type}.json"


@pytest.mark.parametrize("event", EVENTS, ids=lambda e: e.type)
def test_every_stored_example_can_still_be_read_and_says_the_same(event):
    for path in example_files(event):
        stored = json.loads(path.read_text(encoding="utf-8"))
        again = event.load(stored, newer_fields=True).dump()
        assert {name: again[name] for name in stored} == stored


@pytest.mark.parametrize("event", EVENTS, ids=lambda e: e.type)
def test_a_reader_is_not_disturbed_by_fields_that_are_added_later(event):
    stored = json.loads(example_files(event)[0].read_text(encoding="utf-8"))
    event.load({**stored, "added_later": 1}, newer_fields=True)


def test_no_example_is_left_of_an_event_that_no_longer_exists():
    known = {entry.event.type for entry in catalogue.EVENTS}
    stored = {".".join(path.name.split(".")[:3]) for path in EXAMPLES.glob("*.json")}
    assert stored <= known


def words(schema, above=""):
    """Return the names of all fields that could hold free text."""
    wordless = (Digest, Id, WholeNumber, LocalDate, LocalTime, Instant, Choice, fields.Boolean)
    for name, field in schema.fields.items():
        held = field.inner if isinstance(field, fields.List) else field
        if isinstance(held, fields.Nested):
            yield from words(held.schema, f"{above}{name}.")
        elif not isinstance(held, wordless):
            yield f"{above}{name}"


@pytest.mark.parametrize("event", EVENTS, ids=lambda e: e.type)
def test_no_event_has_room_for_a_name_or_for_free_text(event):
    assert set(words(event.schema())) == PUBLIC.get(event.type, set())


@pytest.mark.parametrize("event", EVENTS, ids=lambda e: e.type)
def test_every_event_says_which_aggregate_it_is_about(event):
    assert isinstance(event.schema().fields[event.about], Id)


@pytest.mark.parametrize("event", EVENTS, ids=lambda e: e.type)
def test_every_event_is_named_by_house_fact_and_version(event):
    house, fact, version = event.type.split(".")
    assert house in catalogue.HOUSES
    assert fact.replace("_", "").isalpha()
    assert version == "v1"

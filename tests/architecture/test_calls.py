"""Catalogue = code: one door answers each call, one takes each queue, and every event is made somewhere."""

import ast
import importlib
import inspect
import pkgutil
from collections import Counter

import pytest

import contracts
from contracts import catalogue
from contracts.call import Call
from contracts.event import Event
from plumbing.doors import Answers
from plumbing.subscribe import Subscribe
from tests.architecture.code import modules_in, nodes_of


def entrypoints(house):
    door = importlib.import_module(f"services.{house}.door")
    service = next(v for v in vars(door).values() if isinstance(v, type) and getattr(v, "name", None) == house)
    for _, method in inspect.getmembers(service):
        for entrypoint in getattr(method, "nameko_entrypoints", ()):
            yield method.__name__, entrypoint


@pytest.mark.parametrize("house", catalogue.HOUSES)
def test_a_house_answers_exactly_the_calls_the_catalogue_names(house):
    answered = {e.call.name: name for name, e in entrypoints(house) if isinstance(e, Answers)}
    named = {call.name: call.method for call in catalogue.CALLS if call.service == house}
    assert answered == named


@pytest.mark.parametrize("house", catalogue.HOUSES)
def test_a_house_takes_exactly_the_queues_the_catalogue_names(house):
    taken = [e.subscription for _, e in entrypoints(house) if isinstance(e, Subscribe)]
    named = [s for s in catalogue.SUBSCRIPTIONS if s.service == house]
    assert sorted(s.queue for s in taken) == sorted(s.queue for s in named)


@pytest.mark.parametrize("house", catalogue.HOUSES)
def test_a_house_has_no_door_but_ours(house):
    others = [(name, type(e).__name__) for name, e in entrypoints(house) if not isinstance(e, Answers | Subscribe)]
    assert others == []


def test_every_call_says_who_may_ask():
    assert [call.name for call in catalogue.CALLS if not call.allow] == []


def test_no_two_calls_share_a_name():
    named = Counter(call.name for call in catalogue.CALLS)
    assert [name for name, times in named.items() if times > 1] == []


def modules_of_contracts():
    return [importlib.import_module(found.name) for found in pkgutil.walk_packages(contracts.__path__, "contracts.")]


def test_every_call_stands_in_the_catalogue():
    made = {v.name for module in modules_of_contracts() for v in vars(module).values() if isinstance(v, Call)}
    assert made == {call.name for call in catalogue.CALLS}


def names_used(folder):
    for path in modules_in(folder):
        for node in nodes_of(path):
            if isinstance(node, ast.Call):
                target = node.func
                yield getattr(target, "attr", None) or getattr(target, "id", None)


@pytest.mark.parametrize("entry", catalogue.EVENTS, ids=lambda e: e.event.type)
def test_every_event_of_the_catalogue_is_made_by_its_producer(entry):
    made = set(names_used(f"services/{entry.event.producer()}"))
    assert entry.event.__name__ in made, "it is announced and never made"


def test_every_event_class_stands_in_the_catalogue():
    defined = {v for module in modules_of_contracts() for v in vars(module).values() if is_event(v)}
    assert {event.type for event in defined} == {entry.event.type for entry in catalogue.EVENTS}


def is_event(value):
    return isinstance(value, type) and issubclass(value, Event) and value is not Event

"""What one house says, another takes over as it was said."""

import dataclasses
import json
import typing
from datetime import UTC, date, datetime, time
from enum import StrEnum
from functools import cache
from types import UnionType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.catalogue import CALLS, event_types
from contracts.message import Message

SAID = sorted(
    {call.answer for call in CALLS} | {call.ask for call in CALLS} | set(event_types().values()),
    key=lambda message: f"{message.__module__}.{message.__name__}",
)
_PLAIN = {
    str: st.text(max_size=8), int: st.integers(), bool: st.booleans(), float: st.floats(allow_nan=False),
    date: st.dates(), time: st.times().map(lambda t: t.replace(second=0, microsecond=0)), bytes: st.binary(max_size=8),
    datetime: st.datetimes(timezones=st.just(UTC)), typing.Any: st.integers() | st.text(max_size=3),
}  # fmt: skip


@pytest.mark.parametrize("message", SAID, ids=lambda message: message.__name__)
@settings(max_examples=10)
@given(data=st.data())
def test_a_message_that_was_dumped_is_restored_as_it_was(message, data):
    said = data.draw(_any(message))
    assert message.restore(json.loads(json.dumps(said.dump()))) == said


def test_what_a_newer_house_says_more_is_passed_over():
    assert Finished.restore({"count": 3, "told_later": "x"}) == Finished(count=3)


@pytest.mark.parametrize("said", [{}, {"count": 3, "at": 7}, {"count": 3, "at": "yesterday"}])
def test_what_is_no_dump_of_a_message_is_no_message(said):
    with pytest.raises((KeyError, TypeError, ValueError)):
        Finished.restore(said)


class Finished(Message):
    """So many are done."""

    count: int
    at: datetime | None = None


@cache
def _any(hint):
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, UnionType):
        return st.none() | _any(next(one for one in inner if one is not type(None)))
    if origin is tuple:
        return st.lists(_any(inner[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(st.text(max_size=3), _any(inner[1]), max_size=2)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    if isinstance(hint, type) and issubclass(hint, Message):
        hints = typing.get_type_hints(hint)
        return st.builds(hint, **{f.name: _any(hints[f.name]) for f in dataclasses.fields(hint)})
    return _PLAIN[hint]

"""What passes by itself is tried again; what does not is parked at once, for somebody to look at."""

import psycopg2
import pytest
from marshmallow import ValidationError
from sqlalchemy.exc import (
    IntegrityError,
    InterfaceError,
    InternalError,
    OperationalError,
    ProgrammingError,
    TimeoutError,
)

from contracts.errors import NotFound, OutcomeUnknown, RuleRefused, StillAnswering, Unavailable
from plumbing.trouble import passes


def of_code(code, kind=OperationalError, lost=False):
    original = type("Original", (psycopg2.Error,), {"pgcode": code})()
    return kind("statement", None, original, connection_invalidated=lost)


PASSING = {
    "no connection can be had": of_code(None),
    "the connection was closed under us": of_code(None, InterfaceError),
    "the connection broke": of_code(None, InternalError, lost=True),
    "the server shuts down": of_code("57P01"),
    "the statement took too long": of_code("57014"),
    "the lock was held too long": of_code("55P03"),
    "two locked each other out": of_code("40P01"),
    "there are too many connections": of_code("53300"),
    "the disk is full": of_code("53100"),
    "the pool is empty": TimeoutError(),
    "the commit was not answered": OutcomeUnknown(),
    "a fact has not arrived yet": Unavailable(),
    "another is at it": StillAnswering(),
}
STAYING = {
    "a row breaks a constraint": of_code("23505", IntegrityError),
    "the statement is wrong": of_code("42703", ProgrammingError),
    "a rule refuses": RuleRefused(),
    "nothing is there": NotFound(),
    "a field is wrong": ValidationError("x"),
    "the code has a bug": KeyError("x"),
}


@pytest.mark.parametrize("problem", PASSING.values(), ids=PASSING.keys())
def test_it_is_tried_again_when(problem):
    assert passes(problem)


@pytest.mark.parametrize("problem", STAYING.values(), ids=STAYING.keys())
def test_it_is_parked_when(problem):
    assert not passes(problem)

"""The day that an address names, and its neighbours."""

from datetime import date, timedelta

from flask import request
from marshmallow import ValidationError

from contracts.errors import NotFound
from contracts.homework.board import ReadBoard
from plumbing import clock

FIRST_YEAR, LAST_YEAR = 2000, 2100
ONE_DAY = timedelta(days=1)


def day_in_address() -> date:
    """Return ?day=, today where none is named. Raises NotFound for what is no date of a school."""
    asked = request.args.get("day")
    if asked is None:
        return clock.today()
    try:
        day = ReadBoard.load({"day": asked}).day
    except ValidationError as problem:
        raise NotFound from problem
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NotFound
    return day

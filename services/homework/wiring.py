"""Wiring: homework's house on its own store, and its first stock of history."""

from typing import Any

from plumbing.house import House
from plumbing.scope import Scope
from services.homework.formats.history import pieces_by_school
from services.homework.store import HomeworkUnit


def build() -> House:
    """Return the house on the database that the environment names."""
    return House(service="homework", unit=HomeworkUnit)


def seed(house: House, plain: dict[str, Any]) -> None:
    """Lay down the history in `plain["pieces"]`, one transaction a school; history is no news, so nothing is announced.

    Again changes nothing. Raises marshmallow.ValidationError.
    """
    for school, pieces in pieces_by_school(plain):
        scope = Scope(district_id=school.district_id, school_id=school.school_id)
        with house.database.begin(scope) as connection:
            HomeworkUnit(connection, scope=scope, request_id="seed").remember(pieces)

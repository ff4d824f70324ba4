"""Walk: do what is due, school by school, in this process; one school's trouble is no other's."""

from collections.abc import Iterable

import structlog
from sqlalchemy import text

from plumbing import ids
from plumbing.house import House
from plumbing.rounds.round import Round
from plumbing.scope import PLATFORM, Scope

_log = structlog.get_logger("rounds")


def walk(house: House, rounds: Iterable[Round]) -> None:
    """Turn whatever is due now, each school in a transaction of its own."""
    for each in rounds:
        for scope in _due(house, each):
            try:
                _turn(house, each, scope)
            except Exception:
                _log.error("round failed", service=house.service, round=each.name, exc_info=True)


def _due(house: House, each: Round) -> list[Scope]:
    with house.database.begin(PLATFORM) as connection:
        rows = connection.execute(text(each.due)).all()
    return [Scope(district_id=row.district_id, school_id=row.school_id) for row in rows]


def _turn(house: House, each: Round, scope: Scope) -> None:
    with house.database.begin(scope) as connection:
        each.turn(house.unit(connection, scope=scope, request_id=ids.new_id()))
    _log.info("turned", service=house.service, round=each.name, school_id=scope.school_id)

"""A school as its public address names it, and how it is looked at from outside."""

from marshmallow import ValidationError

from contracts.actor import Actor, visitor
from contracts.directory.school import SCHOOL, FindSchool, School
from contracts.errors import NotFound, ServiceError
from gateway import here
from gateway.shelf import Shelf

KNOWN_SECONDS, MOST_SCHOOLS = 60.0, 2_000


def schools_known() -> Shelf[str, School]:
    """Return an empty shelf of schools; no news tells of them, so each is asked for again after a minute."""
    return Shelf(fresh=lambda: True, seconds=KNOWN_SECONDS, most=MOST_SCHOOLS)


def school_of(code: str) -> School:
    """Return the school of a public address, as last heard if directory is silent.

    Raises NotFound, also for a code that cannot be one.
    """
    try:
        ask = FindSchool.load({"code": code})
    except ValidationError as problem:
        raise NotFound from problem
    known, houses = here.schools(), here.houses()
    try:
        return known.take(ask.code, lambda: houses.ask(SCHOOL, ask, visitor()), wait_seconds=houses.patience.left())
    except NotFound:
        raise
    except ServiceError:
        last = known.last(ask.code)
        if last is None:
            raise
        return last


def visitor_of(school: School) -> Actor:
    """Return somebody unknown who looks at this school from outside."""
    return visitor(district_id=school.district_id, school_id=school.school_id)

"""A school as its public address names it, and how it is looked at from outside."""

from marshmallow import ValidationError

from contracts.actor import Actor, visitor
from contracts.directory.school import SCHOOL, FindSchool, School
from contracts.errors import NotFound
from gateway import here


def school_of(code: str) -> School:
    """Return the school of a public address. Raises NotFound, also for a code that cannot be one."""
    try:
        ask = FindSchool.load({"code": code})
    except ValidationError as problem:
        raise NotFound from problem
    return here.houses().ask(SCHOOL, ask, visitor())


def visitor_of(school: School) -> Actor:
    """Return somebody unknown who looks at this school from outside."""
    return visitor(district_id=school.district_id, school_id=school.school_id)

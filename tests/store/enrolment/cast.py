"""Cast: the people, children and things of these tests, each with an id of its own."""

from datetime import date, time

from contracts.actor import Actor, Grant, Role
from contracts.directory.calendar import CalendarPublished, Term
from contracts.enrolment.offering import Offering, OfferingKind, OfferingSort
from contracts.rulebook.chain import ChainPublished
from plumbing.ids import new_id

TERM = "本学期"
DAYS = date(2000, 9, 1), date(2100, 1, 15)
"""The term of these tests' offerings runs, whatever day it is."""


def district_of(school_id):
    """Return the district that a school is alone in: what one test lets a district say, no other hears."""
    return school_id


def guardian(school_id, *children, person_id=None):
    """Return a guardian of these children, each given as (pupil_id, class_id)."""
    grants = tuple(Grant(role=Role.GUARDIAN, pupil_id=pupil_id, class_id=class_id) for pupil_id, class_id in children)
    district_id = district_of(school_id)
    return Actor(person_id=person_id or new_id(), district_id=district_id, school_id=school_id, grants=grants)


def head(school_id, class_id, *children, person_id=None):
    """Return the head teacher of a class, who may be a parent too."""
    parent = guardian(school_id, *children, person_id=person_id)
    grants = (Grant(role=Role.HEAD_TEACHER, class_id=class_id), *parent.grants)
    return Actor(person_id=parent.person_id, district_id=district_of(school_id), school_id=school_id, grants=grants)


def staff(school_id, role, **scope):
    """Return somebody of the staff who holds one role."""
    grants = (Grant(role=role, **scope),)
    return Actor(person_id=new_id(), district_id=district_of(school_id), school_id=school_id, grants=grants)


def chain(affair, groups, version=1, *, overseers=(), **of_steps):
    """Return the news of a chain by which these groups decide, one after the other."""
    steps = [{"key": group, "name": f"{group} 审核", "groups": [group], **of_steps} for group in groups]
    definition = {"key": str(affair), "title": "审批", "overseers": list(overseers), "steps": steps}
    return ChainPublished(chain_id=new_id(), affair=affair, version=version, definition=definition)


def offering(kind, *, title, capacity=20, weekdays=(1, 2, 3, 4, 5), starts_at=time(16)):
    """Return something on offer, as a family would see it before anybody asked."""
    return Offering(
        offering_id=new_id(), kind=kind, sort=OfferingSort(kind), title=title, weekdays=weekdays, starts_at=starts_at,
        ends_at=time(17, 30), collect_by=time(18), capacity=capacity, left=capacity, waiting=0,
    )


def care(**options):
    """Return basic care on every weekday, unless said otherwise."""
    return offering(OfferingKind.BASIC_CARE, **{"title": "课后看护", **options})


def club(**options):
    """Return a club on Wednesdays, unless said otherwise."""
    return offering(OfferingKind.CLUB, **{"title": "合唱", "weekdays": (3,), **options})


def calendar(term, first, last):
    """Return the news of a calendar with one term and no special days."""
    return CalendarPublished(
        calendar_id=new_id(), terms=(Term(name=term, first=first, last=last),), marked=(), seasons=()
    )

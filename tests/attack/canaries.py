"""Canaries: what is unmistakable about each person, child and text of the world, and who may ever see it."""

from contracts.actor import Role
from tests.attack.world import OF_A_CLASS

RUN_SCHOOL = frozenset({Role.ACADEMIC_OFFICE, Role.AFTER_SCHOOL_OFFICE, Role.PRINCIPAL})
"""Who answers for the after-school service of the whole school, and may read why an application was turned down."""


def names(world):
    """Return every name, login and number of a person."""
    people = {
        one.person_id: one
        for held in (world.holders.values(), world.removed.values(), *(p.everybody() for p in world.places.values()))
        for one in held
    }.values()
    children = {place.child_name(purpose) for place in world.places.values() for purpose in place.pupils}
    return children | {word for one in people for word in (one.name, one.login, one.phone)}


def texts(world):
    """Return what people have written."""
    return {word for place in world.places.values() for word in (place.content, place.reason, f"{place.mark}ROSTER")}


def numbers(world):
    """Return every phone number."""
    return {word for word in names(world) if word.isdigit()}


def not_for(world, role, relation="own"):
    """Return what somebody of this role must never be shown, wherever they look."""
    own, school = world.places[relation], world.places[relation].school
    foreign = {word for place in world.places.values() if place.school is not school for word in _of(place)}
    forbidden = foreign | numbers(world) | {f"{place.mark}ROSTER" for place in world.places.values()}
    neighbours = [p for p in world.places_of(school) if p is not own]
    if role is Role.GUARDIAN:
        forbidden |= {p.child_name(purpose) for p in neighbours for purpose in p.pupils}
        forbidden |= {held[Role.GUARDIAN].name for p in neighbours for held in (p.people, p.aside)}
    if role in (Role.VISITOR, Role.DISTRICT_OFFICE):
        forbidden |= {word for p in world.places_of(school) for word in _private(p)}
    if role is Role.DISTRICT_OFFICE:
        forbidden -= {one.name for one in world.schools if one.district_id == school.district_id}
    if role in RUN_SCHOOL:
        return forbidden
    if role not in (Role.GUARDIAN, Role.HEAD_TEACHER):
        forbidden.add(own.reason)
    return forbidden | {p.reason for p in neighbours}


def _of(place):
    return {*_private(place), place.content, place.school.name, place.school.club, place.reason}


def _private(place):
    """Return what no stranger may know: who the children and the adults of a class are."""
    adults = {place.people[role].name for role in OF_A_CLASS} | {one.name for one in place.aside.values()}
    return adults | {place.child_name(purpose) for purpose in place.pupils}

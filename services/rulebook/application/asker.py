"""Asker: who asks, and the layer that is theirs to write."""

from contracts.actor import Actor
from engines.policy import Layer
from services.rulebook.application.unit import Unit


def asker(unit: Unit) -> Actor:
    """Return who asks; every call of rulebook's office is somebody's."""
    assert unit.actor is not None, "no event writes a norm"
    return unit.actor


def own_layer(unit: Unit) -> Layer:
    """Return the layer of the asker's office: a school's, or, outside of every school, the district's."""
    return Layer.SCHOOL if unit.school_id else Layer.DISTRICT

"""Auditing: one school's places and applications, looked through for the operator."""

from typing import Protocol

from contracts.enrolment.audit import AuditPlaces, PlacesAudited
from services.enrolment.domain.audit import Counted, Stands, wrong_places, wrong_standing


class Unit(Protocol):
    """What auditing asks of the store."""

    def counted(self) -> tuple[Counted, ...]:
        """Return every offering of the school with what its places come to."""

    def stands(self) -> tuple[Stands, ...]:
        """Return every part that has a case."""


def audit_places(unit: Unit, _: AuditPlaces) -> PlacesAudited:
    """Return what is wrong in one school."""
    offerings, parts = unit.counted(), unit.stands()
    wrong = (
        *(said for one in offerings for said in wrong_places(one)),
        *(said for one in parts for said in wrong_standing(one)),
    )
    applications = len({one.application_id for one in parts})
    return PlacesAudited(schools=1, offerings=len(offerings), applications=applications, wrong=tuple(wrong))

"""Rosters: an offering's children for its office and for who leads it; a child's places for its family (E10, E12)."""

from dataclasses import replace

from contracts.actor import Actor
from contracts.enrolment.child_times import ChildTimes, ReadChildTimes
from contracts.enrolment.hours import Hours
from contracts.enrolment.planned import Planned
from contracts.enrolment.programme import PROGRAMME_OFFICE, Programme, ProgrammeState
from contracts.enrolment.roster import LedOfferings, ListLed, OfferingRoster, ReadOfferingRoster
from contracts.errors import NotFound
from services.enrolment.application.unit import Unit

_HOURS = tuple(Hours.__dataclass_fields__)


def read_roster(unit: Unit, ask: ReadOfferingRoster) -> OfferingRoster:
    """Return who has a place in an offering, for the office also who waits; every child read is on record.

    Raises NotFound for anybody but the office and, while the announced term is not over, who leads or covers it.
    """
    programme, offering = _found(unit, ask.offering_id)
    office = bool(unit.actor.roles() & PROGRAMME_OFFICE)
    if not office and not (_leads(unit.actor, offering) and _goes_on(unit, programme)):
        raise NotFound
    roster = replace(
        _described(programme, offering), placed=tuple(unit.placed_pupils(ask.offering_id)), office=office,
        line=tuple(unit.waiting_pupils(ask.offering_id)) if office else (),
    )
    unit.audit_pupils("read_roster", [one.pupil_id for one in (*roster.placed, *roster.line)])
    return roster


def read_led(unit: Unit, _: ListLed) -> LedOfferings:
    """Return what the asker leads or stands by for; no child is named."""
    return LedOfferings(offerings=tuple(unit.led_by(unit.actor.person_id)))


def read_child_times(unit: Unit, ask: ReadChildTimes) -> ChildTimes:
    """Return the places of a child of the asker. Raises NotFound for anybody else's."""
    if unit.actor.child(ask.pupil_id) is None:
        raise NotFound
    return ChildTimes(pupil_id=ask.pupil_id, times=tuple(unit.times_of(ask.pupil_id)))


def _found(unit: Unit, offering_id: str) -> tuple[Programme, Planned]:
    programme_id = unit.programme_of_offering(offering_id)
    programme = unit.programme(programme_id) if programme_id else None
    if programme is None:
        raise NotFound
    return programme, next(one for one in programme.offerings if one.offering_id == offering_id)


def _leads(actor: Actor, offering: Planned) -> bool:
    return actor.person_id in (offering.lead_id, offering.cover_id)


def _goes_on(unit: Unit, programme: Programme) -> bool:
    return programme.state is ProgrammeState.ANNOUNCED and programme.last_day >= unit.today


def _described(programme: Programme, offering: Planned) -> OfferingRoster:
    session = next(one for one in programme.sessions if one.session_id == offering.session_id)
    return OfferingRoster(
        offering_id=offering.offering_id, programme_id=programme.programme_id, title=offering.title,
        term=programme.term, first_day=programme.first_day, last_day=programme.last_day, weekdays=offering.weekdays,
        session_name=session.name, location=offering.location, lead_id=offering.lead_id, cover_id=offering.cover_id,
        capacity=offering.capacity, **{name: getattr(session, name) for name in _HOURS},
    )

"""Fees: what a family's places cost, and a term's statement for the school's offices (E15)."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from contracts.enrolment.fee import Fees, OfferingFees, PlaceFee, ReadFees
from contracts.enrolment.programme import ProgrammeState
from engines.schooldays import SchoolCalendar
from services.enrolment.application.calendar import school_calendar
from services.enrolment.application.term import term_asked
from services.enrolment.application.unit import Unit
from services.enrolment.domain.fee import Charge, fee_of


def fees_of(unit: Unit, application_id: str) -> tuple[PlaceFee, ...]:
    """Return what each place of an application costs; nothing for what is free, or was never held."""
    charges = unit.charges_of(application_id)
    calendar = _calendar(unit, charges)
    return tuple(_of_place(charge, calendar) for charge in charges)


def read_fees(unit: Unit, ask: ReadFees) -> Fees:
    """Return the statement of a term; empty while no term was announced. Raises NotFound (no such term)."""
    terms = tuple(plan.term for plan in unit.programmes() if plan.state is ProgrammeState.ANNOUNCED)
    term = term_asked(terms, ask.term)
    charges = unit.charges_in(term)
    calendar = _calendar(unit, charges)
    by_offering = groupby(charges, key=lambda one: one.offering_id)
    offerings = tuple(_of_offering(list(own), calendar) for _, own in by_offering)
    return Fees(term=term, terms=terms, offerings=offerings, yuan=sum(one.yuan for one in offerings))


def _calendar(unit: Unit, charges: Iterable[Charge]) -> SchoolCalendar | None:
    """Return the school's calendar, where anything is to be counted by it."""
    if not any(charge.fee_yuan for charge in charges):
        return None
    published = unit.calendar()
    return school_calendar(published) if published else None


def _of_place(charge: Charge, calendar: SchoolCalendar | None) -> PlaceFee:
    fee = fee_of(charge, calendar)
    return PlaceFee(offering_id=charge.offering_id, title=charge.title, yuan=fee.yuan, words=fee.words)


def _of_offering(charges: Sequence[Charge], calendar: SchoolCalendar | None) -> OfferingFees:
    first = charges[0]
    costs = [(charge.places, fee_of(charge, calendar).yuan if first.fee_yuan else 0) for charge in charges]
    return OfferingFees(
        offering_id=first.offering_id, title=first.title, fee_yuan=first.fee_yuan,
        places=sum(places for places, _ in costs),
        open_places=sum(places for places, yuan in costs if yuan is None),
        yuan=sum(places * yuan for places, yuan in costs if yuan is not None),
    )

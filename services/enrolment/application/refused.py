"""Refused: how often basic care was refused, by ground, as a school's offices and its district's see it (E3, E4)."""

from collections.abc import Iterable

from contracts.enrolment.ground import RefusalGround
from contracts.enrolment.refusals import (
    DistrictRefusals,
    GroundCount,
    ReadDistrictRefusals,
    ReadRefusals,
    Refusals,
    SchoolRefusals,
)
from services.enrolment.application.term import term_asked
from services.enrolment.application.unit import Unit
from services.enrolment.domain.refused import Refused, in_term, terms_of


def read_refusals(unit: Unit, ask: ReadRefusals) -> Refusals:
    """Return the school's counts of a term; nothing while no term was announced. Raises NotFound (no such term)."""
    counted = unit.refused()
    terms = terms_of(counted)
    term = term_asked(terms, ask.term)
    every = [one for own in in_term(counted, term).values() for one in own]
    return Refusals(term=term, terms=terms, grounds=_by_ground(every))


def read_district_refusals(unit: Unit, ask: ReadDistrictRefusals) -> DistrictRefusals:
    """Return the counts of a term, school by school, likewise. Raises NotFound."""
    counted = unit.refused_in_district()
    terms = terms_of(counted)
    term = term_asked(terms, ask.term)
    return DistrictRefusals(term=term, terms=terms, schools=tuple(
        SchoolRefusals(school_id=school_id, grounds=_by_ground(own))
        for school_id, own in sorted(in_term(counted, term).items())
    ))


def _by_ground(counted: Iterable[Refused]) -> tuple[GroundCount, ...]:
    times = {one.ground: one.times for one in counted}
    return tuple(GroundCount(ground=ground, refused=times[ground]) for ground in RefusalGround if ground in times)

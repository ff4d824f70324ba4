"""Reading: the programmes of a school's terms, and one of them with all that is said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from contracts.enrolment.programme import (
    Announced,
    ListProgrammes,
    Programme,
    Programmes,
    ReadAnnounced,
    ReadProgramme,
    TermPlan,
)
from contracts.errors import NotFound
from services.enrolment.application.programme.judging import judgement_of
from services.enrolment.application.unit import Unit


def read_programmes(unit: Unit, _: ListProgrammes) -> Programmes:
    """Return the terms of the calendar that are not over, and every programme; the latest term first."""
    planned = list(unit.programmes())
    terms = [*planned, *_without(unit, planned)]
    return Programmes(terms=tuple(sorted(terms, key=lambda one: one.first_day, reverse=True)))


def read_programme(unit: Unit, ask: ReadProgramme) -> Programme:
    """Return a programme of the school, judged. Raises NotFound."""
    programme = unit.programme(ask.programme_id)
    if programme is None:
        raise NotFound
    return seen(unit, programme)


def read_announced(unit: Unit, _: ReadAnnounced) -> Announced:
    """Return what is announced to families; nothing while there is nothing."""
    return unit.announced() or Announced()


def seen(unit: Unit, programme: Programme) -> Programme:
    """Return the programme as its office sees it: with what the norms say of it, and who may be named in it."""
    judgement = judgement_of(unit, programme)
    return replace(
        programme, found=judgement.told, unanswered=judgement.judged.unanswered, clashes=judgement.clashes,
        grades=tuple(unit.grades_with_pupils()), colleagues=tuple(sorted(unit.staff_of_school())),
    )


def afterwards(unit: Unit, programme_id: str) -> Programme:
    """Return a programme that has just been changed."""
    programme = unit.programme(programme_id)
    assert programme is not None, "it has just been changed"
    return seen(unit, programme)


def _without(unit: Unit, planned: Sequence[TermPlan]) -> Iterator[TermPlan]:
    """Yield the terms of the calendar that are not over and have no programme."""
    published, known = unit.calendar(), {plan.term for plan in planned}
    for term in published.terms if published else ():
        if term.last >= unit.today and term.name not in known:
            yield TermPlan(term=term.name, first_day=term.first, last_day=term.last)

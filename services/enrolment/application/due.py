"""Due: what the calendar has to say today of approvals that lie: a reminder, or what follows from delay (E4)."""

from collections.abc import Collection, Iterator, Sequence

from contracts.enrolment.application import Application
from contracts.enrolment.approval import ApprovalDue
from contracts.enrolment.offering import OfferingKind
from engines.approval import SYSTEM, Changed, Ring, What
from services.enrolment.application.chains import Chains, chains_of
from services.enrolment.application.unit import Unit


def ring_due(unit: Unit) -> None:
    """Let every task of the school that is due by today be reminded of, or go to whom its chain names; once.

    Whoever may decide it is told of a reminder, and whom the chain names of a delay.
    """
    while ringing := dict(unit.ringing(unit.today)):
        chains = chains_of(unit, unit.in_hand(list(ringing)))
        rung = [chains.advanced(case_id, Ring(task=number), SYSTEM) for case_id, number in ringing.items()]
        unit.keep(rung)
        unit.emit_all(_news(unit, chains, rung))


def _news(unit: Unit, chains: Chains, rung: Sequence[Changed]) -> Iterator[ApprovalDue]:
    of_cases = unit.applications_of([one.held.case_id for one in rung])
    for one in rung:
        application, kind = of_cases[one.held.case_id]
        overdue = any(line.what is What.OVERDUE for line in one.told)
        people = chains.superiors(one.held.case_id) if overdue else chains.deciders(one.held.case_id)
        yield from told(application, kind, people, overdue=overdue)


def told(
    application: Application, kind: OfferingKind, people: Collection[str], *, overdue: bool
) -> Iterator[ApprovalDue]:
    """Yield the news for these people that it waits; none where there is nobody to tell."""
    if people:
        yield ApprovalDue(
            application_id=application.application_id, pupil_id=application.pupil_id, class_id=application.class_id,
            kind=kind, overdue=overdue, person_ids=tuple(sorted(people)),
        )

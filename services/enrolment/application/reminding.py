"""Reminding: a family, or whoever oversees the chain, asks those who have an application to decide; once a day (E4)."""

from collections.abc import Iterator

from contracts.enrolment.application import Application
from contracts.enrolment.approval import ApprovalDue, RemindApproval
from contracts.errors import NotFound
from engines.approval import Changed, Refused, Remind, Why
from services.enrolment.application import refusals
from services.enrolment.application.sight import View, afterwards, view
from services.enrolment.application.unit import Unit


def remind(unit: Unit, ask: RemindApproval) -> Application:
    """Let everybody who may decide now be told that it waits.

    Raises NotFound (neither of the family nor an overseer of the chain), Conflict (asked today already; nothing waits).
    """
    found = view(unit, unit.taken_in_hand(ask.application_id), hold=True)
    waiting = {kind: case_id for kind, case_id in found.cases.items() if found.chains.held[case_id].case.step}
    if not waiting:
        raise refusals.nobody_to_remind(found.application)
    reminded = [_reminded(unit, found, case_id) for case_id in waiting.values()]
    unit.keep(reminded)
    unit.emit_all(_news(found))
    unit.audit("remind", "application", ask.application_id, found.application.pupil_id)
    return afterwards(unit, ask.application_id)


def _reminded(unit: Unit, found: View, case_id: str) -> Changed:
    task = next(task for task in found.chains.held[case_id].case.tasks if task.open)
    try:
        return found.chains.advanced(case_id, Remind(task=task.number), unit.actor.person_id)
    except Refused as refused:
        raise refusals.already_reminded() if refused.why is Why.ALREADY_REMINDED else NotFound from refused


def _news(found: View) -> Iterator[ApprovalDue]:
    for kind, case_id in found.cases.items():
        if people := found.chains.deciders(case_id):
            yield ApprovalDue(
                application_id=found.application.application_id, pupil_id=found.application.pupil_id,
                class_id=found.application.class_id, kind=kind, overdue=False, person_ids=tuple(sorted(people)),
            )

"""Reminding: a family, or whoever oversees the chain, asks those who have an application to decide; once a day (E4)."""

from contracts.enrolment.application import Application
from contracts.enrolment.approval import RemindApproval
from contracts.errors import NotFound
from engines.approval import Changed, Refused, Remind, Why
from services.enrolment.application import refusals
from services.enrolment.application.due import told
from services.enrolment.application.sight import View, afterwards, view
from services.enrolment.application.unit import Unit


def remind(unit: Unit, ask: RemindApproval) -> Application:
    """Let everybody who may decide now be told that it waits, but for what they were reminded of today.

    Raises NotFound (neither of the family nor an overseer of the chain), Conflict (asked today already; nothing waits).
    """
    found = view(unit, unit.taken_in_hand(ask.application_id), hold=True)
    waiting = {kind: case_id for kind, case_id in found.cases.items() if found.chains.held[case_id].case.step}
    if not waiting:
        raise refusals.nobody_to_remind(found.application)
    reminded = {kind: changed for kind, case_id in waiting.items() if (changed := _reminded(unit, found, case_id))}
    if not reminded:
        raise refusals.already_reminded()
    unit.keep(list(reminded.values()))
    unit.emit_all([
        news for kind in reminded
        for news in told(found.application, kind, found.chains.deciders(waiting[kind]), overdue=False)
    ])
    unit.audit("remind", "application", ask.application_id, found.application.pupil_id)
    return afterwards(unit, ask.application_id)


def _reminded(unit: Unit, found: View, case_id: str) -> Changed | None:
    """Return the case with the reminder; None if there was one today."""
    task = next(task for task in found.chains.held[case_id].case.tasks if task.open)
    try:
        return found.chains.advanced(case_id, Remind(task=task.number), unit.actor.person_id)
    except Refused as refused:
        if refused.why is Why.ALREADY_REMINDED:
            return None
        raise NotFound from refused

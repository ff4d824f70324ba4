"""Ending: an application is over before its time; what is on its way stops, and its places go to those who wait."""

from contracts.enrolment.application import Application, ApplicationWithdrawn
from contracts.enrolment.part import ApplicationState
from engines.approval import Close, Withdraw
from services.enrolment.application.chains import chains_of
from services.enrolment.application.seats import hand_on
from services.enrolment.application.unit import Unit
from services.enrolment.domain.standing import OPEN, State


def end(unit: Unit, application: Application, action: Withdraw | Close, actor: str, state: State) -> None:
    """Let the application, which is held, stand so, with all its parts that were open; its places are handed on."""
    cases = unit.cases_of([application.application_id])[application.application_id]
    chains = chains_of(unit, unit.in_hand(list(cases.values())))
    running = [case_id for case_id, one in chains.held.items() if not one.case.ended]
    unit.keep([chains.advanced(case_id, action, actor) for case_id in running])
    unit.keep_parts([
        (application.application_id, part.kind, state) for part in application.parts if State(part.state) in OPEN
    ])
    unit.mark(application.application_id, ApplicationState(state))
    hand_over(unit, application)


def hand_over(unit: Unit, application: Application) -> None:
    """Let go of every place and tell whom it moved up.

    News of other families' applications is told in the order of their ids: two who tell of the same ones never wait
    for each other.
    """
    places = unit.hold_offerings([application.application_id])[application.application_id]
    unit.release(application.application_id, tuple(part.kind for part in application.parts))
    handed = list(hand_on(unit, places))
    unit.emit_all(sorted((withdrawn(application), *handed), key=lambda news: news.aggregate_id))


def withdrawn(application: Application) -> ApplicationWithdrawn:
    """Return the news that an application is over."""
    return ApplicationWithdrawn(
        application_id=application.application_id,
        pupil_id=application.pupil_id,
        class_id=application.class_id,
    )

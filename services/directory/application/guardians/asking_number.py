"""Asking for a number: a guardian proves themselves by their password, and an office that can call back decides."""

from datetime import timedelta

from contracts.directory.number import (
    AskNumber,
    DecideNumber,
    ListNumberRequests,
    NumberAsked,
    NumberDecided,
    NumberDecision,
    NumberRequest,
    NumberRequests,
)
from contracts.errors import NotFound
from services.directory.application.answering import answers_for
from services.directory.application.asker import asker
from services.directory.application.guardians.changing_number import let_number_be
from services.directory.application.guardians.number_unit import AskedNumber, NumberUnit
from services.directory.application.signing_in.own_password import password_was_right
from services.directory.application.typed import phone_typed

_WAITS = timedelta(days=14)


def ask_number(unit: NumberUnit, ask: AskNumber) -> NumberAsked:
    """Let the asker's wish wait for an office; nothing is said of whether the number is somebody's."""
    password_was_right(unit)
    asked = AskedNumber(
        request_id=unit.new_id(), person_id=asker(unit).person_id, phone=phone_typed(ask.phone), asked_at=unit.now,
        expires_at=unit.now + _WAITS,
    )
    unit.keep_asked_number(asked)
    return NumberAsked(expires_at=asked.expires_at)


def list_number_requests(unit: NumberUnit, ask: ListNumberRequests) -> NumberRequests:
    """Return what waits for this office: of the guardians for whom it answers."""
    waiting = ((asked, unit.guardian_here(asked.person_id)) for asked in unit.asked_numbers())
    return NumberRequests(requests=tuple(
        NumberRequest(
            request_id=asked.request_id, person_id=asked.person_id, name=one.name, phone=asked.phone,
            children=one.children, asked_at=asked.asked_at,
        )
        for asked, one in waiting if one and answers_for(unit, asker(unit), one)
    ))


def decide_number(unit: NumberUnit, ask: DecideNumber) -> NumberDecided:
    """Let the number be the person's, or not. Raises NotFound (decided or replaced meanwhile), InvalidRequest."""
    asked = unit.take_asked_number(ask.request_id)
    one = unit.guardian_here(asked.person_id) if asked else None
    if asked is None or one is None or not answers_for(unit, asker(unit), one):
        raise NotFound
    if ask.decision is NumberDecision.CONFIRM:
        let_number_be(unit, asked.person_id, asked.phone)
    unit.audit(f"{ask.decision}_number", "person", asked.person_id)
    return NumberDecided(request_id=ask.request_id, decision=ask.decision)

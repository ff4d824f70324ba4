"""Reading derogations: what is asked for, what is granted and until when, and what may be asked for."""

from collections.abc import Iterator
from datetime import date, timedelta

from contracts.rulebook.derogation import Derogation, Derogations, DerogationState, Loosenable, ReadDerogations
from engines.policy import Derogation as Granted
from engines.policy import Layer, Norm, NormUnreadable, derogation_sentence, sentence
from engines.policy import Unit as Measured
from services.rulebook.application.derogations import may_be_loosened
from services.rulebook.application.unit import Unit
from services.rulebook.domain.dates import NOTICE
from services.rulebook.domain.request import Request, RequestState

_MOST = 200
_STATES = {
    RequestState.ASKED: DerogationState.ASKED, RequestState.REFUSED: DerogationState.REFUSED,
    RequestState.WITHDRAWN: DerogationState.WITHDRAWN,
}


def read_derogations(unit: Unit, ask: ReadDerogations) -> Derogations:
    """Return what the asker's school, or the whole district, has asked for and been granted; what waits comes first."""
    norms, requests = unit.standing(), unit.requests(_MOST)
    asked = {_name(request): request for request in requests if request.state is RequestState.GRANTED}
    found = [
        *(_asked(norms, request) for request in requests if request.state in _STATES),
        *(one for norm in norms for one in _granted(unit, norm, asked, ask.on)),
    ]
    ordered = sorted(found, key=lambda one: (_weight(one.state), one.effective_to, one.norm))
    return Derogations(derogations=tuple(ordered), loosenable=tuple(_loosenable(norms, ask.on)))


def _granted(
    unit: Unit, norm: Norm, asked: dict[tuple[str, ...], Request], on: date
) -> Iterator[Derogation]:
    for granted in norm.derogations:
        for school_id in sorted(granted.schools):
            if unit.school_id in (None, school_id):
                request = asked.get((norm.layer, norm.key, school_id, granted.reason, str(granted.effective_to)))
                yield Derogation(
                    request_id=request.request_id if request else None, school_id=school_id, layer=norm.layer,
                    norm=norm.key, title=norm.title, state=_state(granted, on),
                    sentence=derogation_sentence(norm, granted), rule=_rule(norm, granted.effective_from),
                    reason=granted.reason, words=granted.granted_by, effective_from=granted.effective_from,
                    effective_to=granted.effective_to, asked_by=request.asked_by if request else None,
                    asked_at=request.asked_at if request else None, decided_by=request.decided_by if request else None,
                )


def _asked(norms: tuple[Norm, ...], request: Request) -> Derogation:
    norm = next((norm for norm in norms if (norm.layer, norm.key) == (request.layer, request.norm)), None)
    return Derogation(
        request_id=request.request_id, school_id=request.school_id, layer=request.layer, norm=request.norm,
        title=norm.title if norm else request.norm, state=_STATES[request.state],
        sentence=_wanted(norm, request), rule=_rule(norm, request.effective_from) if norm else "",
        reason=request.reason, words=request.words, effective_from=request.effective_from,
        effective_to=request.effective_to, asked_by=request.asked_by, asked_at=request.asked_at,
        decided_by=request.decided_by,
    )


def _wanted(norm: Norm | None, request: Request) -> str:
    """Return what would be granted, in words; nothing where the norm has changed so that it cannot be said."""
    try:
        told = request.granted_from(norm, "申请中", request.effective_from) if norm else None
    except NormUnreadable:
        return ""
    return derogation_sentence(told, told.derogations[-1]) if told else ""


def _state(granted: Granted, on: date) -> DerogationState:
    if on < granted.effective_from:
        return DerogationState.TO_COME
    if granted.effective_to < on:
        return DerogationState.OVER
    return DerogationState.ENDING if granted.effective_to - on <= NOTICE else DerogationState.IN_FORCE


def _loosenable(norms: tuple[Norm, ...], on: date) -> Iterator[Loosenable]:
    for norm in norms:
        if norm.layer is not Layer.SCHOOL and may_be_loosened(norm) and (rule := _rule(norm, on)):
            numeric = norm.unit is not Measured.CODES
            yield Loosenable(
                layer=norm.layer, norm=norm.key, title=norm.title, about=norm.about, rule=rule, numeric=numeric
            )


def _rule(norm: Norm, on: date) -> str:
    soon = on + timedelta(days=366)
    rows = [row for row in norm.rows if row.in_force(on)] or [row for row in norm.rows if row.in_force(soon)]
    return "".join(sentence(norm, row) for row in rows)


def _name(request: Request) -> tuple[str, ...]:
    return request.layer, request.norm, request.school_id, request.reason, str(request.effective_to)


def _weight(state: DerogationState) -> int:
    order = (DerogationState.ASKED, DerogationState.ENDING, DerogationState.IN_FORCE, DerogationState.TO_COME)
    return order.index(state) if state in order else len(order)

"""Derogations: a school asks to be let off a norm above; the district grants or refuses what is its to loosen."""

from typing import Any, NoReturn

from contracts.errors import Conflict, InvalidRequest, NotFound
from contracts.rulebook.derogation import (
    AskDerogation,
    DecideDerogation,
    Decision,
    DerogationAsked,
    DerogationDecided,
    DerogationWithdrawn,
    WithdrawDerogation,
)
from contracts.rulebook.edition import Act
from engines.policy import Layer, Norm
from engines.policy.vocabulary import SCOPE
from services.rulebook.application.asker import asker
from services.rulebook.application.publication import follow
from services.rulebook.application.readable import readable
from services.rulebook.application.typed import value_typed
from services.rulebook.application.unit import Unit
from services.rulebook.domain.draft import Draft
from services.rulebook.domain.made import Made
from services.rulebook.domain.request import Request, RequestState

_DECIDED = "这份申请已经有了结果，没有做任何改动。请看一下现在的情况。"


def ask_derogation(unit: Unit, ask: AskDerogation) -> DerogationAsked:
    """Let it wait for the district. Raises InvalidRequest for what it may not grant, and what would loosen nothing."""
    assert unit.school_id is not None, "a school asks for itself"
    norm = _above(unit, ask.layer, ask.norm)
    if ask.effective_to < unit.today:
        _refuse("effective_to", "最后一天已经过去了，请写今天以后的日期。")
    request = Request(
        request_id=unit.new_id(), school_id=unit.school_id, layer=norm.layer, norm=norm.key, limits=_limits(norm, ask),
        effective_from=ask.effective_from, effective_to=ask.effective_to, reason=ask.reason,
        asked_by=asker(unit).person_id, asked_at=unit.now,
    )
    with readable("norm", AskDerogation):
        request.granted_from(norm, "—", unit.today)
    unit.keep_request(request)
    unit.audit("ask_derogation", "derogation_request", request.request_id)
    return DerogationAsked(request_id=request.request_id)


def withdraw_derogation(unit: Unit, ask: WithdrawDerogation) -> DerogationWithdrawn:
    """Take a request of the asker's school back. Raises NotFound, Conflict for one that is decided."""
    request = _waiting(unit, ask.request_id)
    unit.keep_request(request.ended(RequestState.WITHDRAWN, by=asker(unit).person_id, at=unit.now))
    unit.audit("withdraw_derogation", "derogation_request", request.request_id)
    return DerogationWithdrawn(request_id=request.request_id)


def decide_derogation(unit: Unit, ask: DecideDerogation) -> DerogationDecided:
    """Grant or refuse; what is granted becomes part of the norm, in an edition that every house hears of.

    Raises NotFound, Conflict for one that is decided or whose days are past, InvalidRequest where the layer above
    still asks the same.
    """
    request = _waiting(unit, ask.request_id)
    state = RequestState.REFUSED
    if ask.decision is Decision.GRANT:
        _grant(unit, request, ask.words)
        state = RequestState.GRANTED
    unit.keep_request(request.ended(state, by=asker(unit).person_id, at=unit.now, words=ask.words))
    unit.audit("decide_derogation", "derogation_request", request.request_id)
    return DerogationDecided(request_id=request.request_id, decision=ask.decision)


def may_be_loosened(norm: Norm) -> bool:
    """Say whether the district may grant a school a derogation from the norm."""
    return norm.derogable_by is Layer.DISTRICT


def _grant(unit: Unit, request: Request, granted_by: str) -> None:
    if request.effective_to < unit.today:
        raise Conflict("申请的日期已经全部过去，没有什么可以准予。请学校重新申请。")
    standing = unit.take_layer(request.layer)
    norm = next((norm for norm in standing.norms if norm.key == request.norm), None)
    if norm is None or not may_be_loosened(norm):
        raise Conflict("这条规定已经变了，不再由区县准予。请学校看一下现在的规定。")
    with readable("decision"):
        loosened = request.granted_from(norm, granted_by, unit.today)
        if loosened == norm:
            raise Conflict("同样的准予已经有了，没有做任何改动。不再需要这份申请的，可以写明不准予。")
        draft = Draft(layer=standing.layer, norms=tuple(loosened if one is norm else one for one in standing.norms))
        draft.check_under(unit.standing(), None)
    made = Made(act=Act.GRANTED, by=asker(unit).person_id, authors=(request.asked_by,), reason=request.reason)
    follow(unit, standing, draft, made)


def _waiting(unit: Unit, request_id: str) -> Request:
    request = unit.take_request(request_id)
    if request is None:
        raise NotFound
    if request.state is not RequestState.ASKED:
        raise Conflict(_DECIDED)
    return request


def _above(unit: Unit, layer: str, key: str) -> Norm:
    norm = next((norm for norm in unit.standing() if (str(norm.layer), norm.key) == (layer, key)), None)
    if norm is None:
        _refuse("norm", "没有这条规定，请从列表里选一条。")
    if norm.layer is Layer.SCHOOL:
        _refuse("norm", "这是本校自己的规定，不用申请：起草一份改动，由另一位同事通过即可。")
    if not may_be_loosened(norm):
        _refuse("norm", f"“{norm.title}”是国家规定，没有授权区县放宽，不能申请。")
    return norm


def _limits(norm: Norm, ask: AskDerogation) -> dict[str, Any]:
    plain: dict[str, Any] = {scope: list(limited) for scope in SCOPE if (limited := getattr(ask, scope, ()))}
    return {**plain, "value": value_typed(norm.measure, ask.value)} if ask.value else plain


def _refuse(field: str, words: str) -> NoReturn:
    raise InvalidRequest(words, {"fields": {field: [words]}})

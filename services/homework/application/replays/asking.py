"""Asking for a replay, and reading it; it belongs to the school's office, not to one person."""

from datetime import date
from typing import Any

from contracts.errors import InvalidRequest, NotFound
from contracts.homework.replay import MOST_DAYS, AskReplay, ReadReplay, Replay, ReplayAsked, ReplayedLayer, ReplayResult
from engines.policy import Layer, NormUnreadable, norm_from_plain, norm_to_plain
from services.homework.application.asker import asker
from services.homework.application.judging import rulebook_of
from services.homework.application.replays.job import ReplayUnderDraft
from services.homework.application.replays.kept import KeptReplay
from services.homework.application.replays.unit import ReplayUnit
from services.homework.domain.throughout import throughout


def ask_replay(unit: ReplayUnit, ask: AskReplay) -> ReplayAsked:
    """Let a draft be tried on a period of the asker's school.

    Raises InvalidRequest for a period that is none or too long and for norms that cannot be read or are of another
    layer, Unavailable while the norms that stand are not known.
    """
    rulebook_of(unit)
    _refuse_period(ask.first, ask.last)
    norms = _readable(ask)
    replay_id = unit.new_id()
    job_id = unit.ask_job(ReplayUnderDraft(replay_id=replay_id))
    unit.keep_replay(KeptReplay(
        replay_id=replay_id, asked_by=asker(unit).person_id, layer=Layer(ask.layer), norms=norms, first=ask.first,
        last=ask.last, job_id=job_id,
    ))
    return ReplayAsked(replay_id=replay_id)


def read_replay(unit: ReplayUnit, ask: ReadReplay) -> Replay:
    """Return how far a replay of the asker's school is, and what it has found. Raises NotFound."""
    kept = the_replay(unit, ask.replay_id)
    job = unit.replay_job(kept)
    if job is None:
        raise NotFound
    return Replay(
        replay_id=kept.replay_id, layer=ReplayedLayer(kept.layer), first=kept.first, last=kept.last, job=job,
        result=ReplayResult.restore(kept.result) if kept.result else None,
    )


def the_replay(unit: ReplayUnit, replay_id: str) -> KeptReplay:
    """Return a replay of this school. Raises NotFound."""
    kept = unit.replay(replay_id)
    if kept is None:
        raise NotFound
    return kept


def _refuse_period(first: date, last: date) -> None:
    if last < first:
        raise InvalidRequest(details={"fields": {"last": ["结束的日子不能早于开始的日子。"]}})
    if (last - first).days >= MOST_DAYS:
        raise InvalidRequest(details={"fields": {"last": [f"一次最多看 {MOST_DAYS} 天，请缩短这段时间。"]}})


def _readable(ask: AskReplay) -> tuple[dict[str, Any], ...]:
    """Return the norms that the draft is tried by. Raises InvalidRequest."""
    try:
        norms = tuple(map(norm_from_plain, ask.norms))
    except NormUnreadable as problem:
        raise _unreadable(str(problem)) from problem
    if strangers := [norm.key for norm in norms if norm.layer != ask.layer]:
        raise _unreadable(f"{'、'.join(strangers)} 不属于这一层，请只提交这一层的规定。")
    return ask.norms if ask.as_of is None else tuple(map(norm_to_plain, throughout(norms, ask.as_of, ask.first)))


def _unreadable(words: str) -> InvalidRequest:
    return InvalidRequest(words, {"fields": {"norms": [words]}})

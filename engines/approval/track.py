"""Track: a case's way as a picture tells it: what is done, where it is now, what was spared, what came back and why."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from engines.approval.case import Case, State
from engines.approval.definition import Definition
from engines.approval.happening import Happening, What
from engines.approval.step import Step


class Standing(StrEnum):
    """How a step stands, seen from where the case is; at an `ended` one it came to its end before the last."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"
    SKIPPED = "skipped"
    ENDED = "ended"


_SAID = frozenset({
    What.APPROVED, What.REJECTED, What.CLAIMED, What.RELEASED, What.DELEGATED, What.RESOLVED, What.TRANSFERRED,
    What.SIGNER_ADDED, What.SIGNER_REMOVED, What.COPIED, What.REMINDED, What.OVERDUE, What.REASSIGNED,
    What.NOBODY_THERE,
})  # fmt: skip
_ENDS = frozenset({What.CASE_REJECTED, What.WITHDRAWN, What.CLOSED})


@dataclass(frozen=True, kw_only=True)
class Stop:
    """One step: how it stands, and what has been said at it since the case last came there; `due`: until when."""

    step: Step
    standing: Standing = Standing.AHEAD
    told: tuple[Happening, ...] = ()
    due: date | None = None


@dataclass(frozen=True, kw_only=True)
class Back:
    """The case was sent back: from the step of this key to that one, or to the applicant where `to` is None; `why`."""

    from_step: str
    to: str | None
    why: Happening


@dataclass(frozen=True, kw_only=True)
class Track:
    """`stops` in the order of the steps; `backs` in the order in which they happened."""

    stops: tuple[Stop, ...]
    backs: tuple[Back, ...]
    state: State


def track(definition: Definition, case: Case, history: Iterable[Happening]) -> Track:
    """Return the way of a case of this definition, as its history tells it."""
    stops, backs = {step.key: Stop(step=step) for step in definition.steps}, []
    for line in history:
        if line.what is What.RETURNED and line.step is not None:
            backs.append(Back(from_step=line.step, to=line.to, why=line))
        _tell(stops, line)
    due = min((task.due for task in case.tasks if task.open and task.due), default=None)
    if case.step in stops:
        stops[case.step] = replace(stops[case.step], due=due)
    return Track(stops=tuple(stops.values()), backs=tuple(backs), state=case.state)


def _tell(stops: dict[str, Stop], line: Happening) -> None:
    """Let the stops stand as they do after this line."""
    if line.what in (What.RETURNED, What.RESUBMITTED):
        _from_here_on(stops, line.to if line.what is What.RETURNED else None)
    elif line.what in (What.CASE_APPROVED, *_ENDS):
        _leave(stops, Standing.ENDED if line.what in _ENDS else Standing.DONE)
    elif line.step in stops:
        key = line.step
        if line.what is What.STEP_SKIPPED:
            _leave(stops, Standing.DONE)
            stops[key] = replace(stops[key], standing=Standing.SKIPPED)
        elif line.what is What.STEP_BEGUN:
            _leave(stops, Standing.DONE)
            stops[key] = replace(stops[key], standing=Standing.NOW)
        elif line.what in _SAID:
            stops[key] = replace(stops[key], told=(*stops[key].told, line))


def _leave(stops: dict[str, Stop], standing: Standing) -> None:
    """Where the case was, it is no longer."""
    for key, stop in stops.items():
        if stop.standing is Standing.NOW:
            stops[key] = replace(stop, standing=standing)


def _from_here_on(stops: dict[str, Stop], key: str | None) -> None:
    """From this step on, from the first where there is none, everything lies ahead again."""
    ahead = key is None
    for one, stop in stops.items():
        ahead = ahead or one == key
        if ahead:
            stops[one] = Stop(step=stop.step)

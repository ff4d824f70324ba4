"""Flip: a piece whose verdict a draft changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from engines.policy import Finding, Outcome, Verdict, counters_of
from services.homework.domain.class_day import Minutes, more
from services.homework.domain.piece import Piece
from services.homework.domain.rules import Rules

_NOTHING = counters_of(written=False, at_home=False, typical_minutes=0, longest_minutes=0)
_WEIGHT = {Outcome.NOT_REGULATED: 0, Outcome.COMPLIANT: 0, Outcome.WARNING: 1, Outcome.VIOLATION: 2}


class FlipKind(StrEnum):
    """Allowed → refused; refused → allowed; then allowed both times, and warned of only now, or no longer."""

    REFUSED = "refused"
    ALLOWED = "allowed"
    WARNED = "warned"
    UNWARNED = "unwarned"


@dataclass(frozen=True, kw_only=True)
class Flip:
    """`findings` say why, the one that decides first: the draft's, or those of now that it would end."""

    kind: FlipKind
    findings: tuple[Finding, ...]


def flips(pieces: Iterable[Piece], present: Rules, drafted: Rules) -> Iterator[tuple[Piece, Flip | None]]:
    """Yield each piece of one class's day that stands, in the order given, with its flip if it has one.

    A piece is judged beside those before it, whatever either verdict on them is: they did stand. Raises CaseIncomplete.
    """
    standing: Minutes = _NOTHING
    for piece in pieces:
        if piece.stands:
            yield piece, _flip(present.judge(piece, standing), drafted.judge(piece, standing))
            standing = more(standing, piece.load)


def _flip(now: Verdict, then: Verdict) -> Flip | None:
    before, after = _WEIGHT[now.outcome], _WEIGHT[then.outcome]
    if before == after:
        return None
    return Flip(kind=_KINDS[before, after], findings=(then if after > before else now).controlling)


_KINDS = {
    (0, 2): FlipKind.REFUSED, (1, 2): FlipKind.REFUSED, (2, 0): FlipKind.ALLOWED, (2, 1): FlipKind.ALLOWED,
    (0, 1): FlipKind.WARNED, (1, 0): FlipKind.UNWARNED,
}

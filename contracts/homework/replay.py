"""Replay: what the draft of a layer of norms would have made of the homework that was really set."""

from datetime import date
from enum import StrEnum
from typing import Any

from marshmallow import fields, validate

from contracts.actor import OFFICE
from contracts.call import Call
from contracts.fields import Choice, Document, Id, LocalDate
from contracts.job import JobStatus
from contracts.message import Message, of

MOST_DAYS, MOST_NORMS = 366, 200


class ReplayedLayer(StrEnum):
    """Whose draft it is. A district's is tried on one school: the asker's."""

    DISTRICT = "district"
    SCHOOL = "school"


class FlipKind(StrEnum):
    """What becomes of a verdict: allowed → refused; refused → allowed; then allowed both times, but for a warning."""

    REFUSED = "refused"
    ALLOWED = "allowed"
    WARNED = "warned"
    UNWARNED = "unwarned"


class AskReplay(Message):
    """Ask how the homework of a period, both days included and a school year at most, would be judged under a draft.

    `norms` is all that the layer would say, each as `engines.policy.norm_from_plain` reads it. A row holds on its own
    days; with `as_of` those that hold on that day hold on every day asked for, and no other: so a draft for days to
    come is tried on days that are past. Nothing is changed.
    """

    layer: ReplayedLayer = of(Choice(ReplayedLayer, metadata={"label": "哪一层的草案"}))
    norms: tuple[dict[str, Any], ...] = of(
        fields.List(Document(), validate=validate.Length(max=MOST_NORMS, error=f"最多 {MOST_NORMS} 条规定。"))
    )
    first: date = of(LocalDate(metadata={"label": "从哪一天"}))
    last: date = of(LocalDate(metadata={"label": "到哪一天", "hint": "最多一个学年"}))
    as_of: date | None = of(LocalDate(metadata={"label": "按哪一天的规定"}), default=None)


class ReplayAsked(Message):
    """A replay waits for its turn."""

    replay_id: str = of(Id())


class ReadReplay(Message):
    """Ask how far a replay of one's school is, and what it has found."""

    replay_id: str = of(Id())


class Flips(Message):
    """How many verdicts flip, by kind; what stays as it is is not counted."""

    refused: int = 0
    allowed: int = 0
    warned: int = 0
    unwarned: int = 0


class FlipsOfGrade(Flips):
    """Those of one grade."""

    grade: int


class FlipsOfClass(Flips):
    """Those of one class."""

    class_id: str = of(Id())
    grade: int
    number: int


class FlipsOfSubject(Flips):
    """Those of one subject."""

    subject: str


class NormRefuses(Message):
    """One norm of the draft, and how many pieces it refuses that were allowed."""

    norm: str
    title: str
    refused: int


class FlippedPiece(Message):
    """One piece whose verdict flips, and the norm that decides: the draft's, or the one that the draft takes away."""

    assignment_id: str = of(Id())
    class_id: str = of(Id())
    day: date
    subject: str
    minutes: int
    flip: FlipKind
    layer: str
    norm: str
    sentence: str
    arithmetic: str


class ReplayResult(Message):
    """What a replay has found among `pieces`, corrected ones as they now read, withdrawn ones left out.

    Each piece is judged beside what stood before it in its class's day, by the norms that stand now, as of that day,
    and by the same with the draft in place of its layer. `examples` are the first hundred flips.
    """

    pieces: int
    flips: Flips
    by_grade: tuple[FlipsOfGrade, ...]
    by_class: tuple[FlipsOfClass, ...]
    by_subject: tuple[FlipsOfSubject, ...]
    by_norm: tuple[NormRefuses, ...]
    examples: tuple[FlippedPiece, ...]


class Replay(Message):
    """A replay on its way: `job` says how far it is, day by day, and `result` is there once it is done.

    No teacher and no child is named in it; everybody of the school's office may read it.
    """

    replay_id: str = of(Id())
    layer: ReplayedLayer
    first: date
    last: date
    job: JobStatus
    result: ReplayResult | None = None


ASK_REPLAY = Call(
    service="homework", method="ask_replay", ask=AskReplay, answer=ReplayAsked, allow=OFFICE, command=True
)
REPLAY = Call(service="homework", method="replay", ask=ReadReplay, answer=Replay, allow=OFFICE)

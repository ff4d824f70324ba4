"""A layer's draft beside what is in force, and its adoption by another person than its authors."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from marshmallow import fields

from contracts.call import Call
from contracts.fields import Id, Text, WholeNumber
from contracts.message import Message, of
from contracts.rulebook.draft import LAYER_OFFICE


class ReadDraft(Message):
    """Ask for the draft of the asker's layer beside what is in force."""


class LineState(StrEnum):
    """How a line of the draft stands to what is in force."""

    SAME = "same"
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


class DraftLine(Message):
    """One row, as it is in force (`before`) and as the draft has it (`after`); each a sentence, or nothing.

    `row` counts from 1 in the draft, or, for one that is GONE, in what is in force.
    """

    norm: str
    title: str
    row: int
    state: LineState
    before: str | None = None
    after: str | None = None
    effective_from: date
    effective_to: date | None = None
    clause: str
    source: str


class LayerDraft(Message):
    """`version` is the edition in force, `draft_id` absent where there is no draft; `lines` then are what is in force.

    `problems` say why it could not be adopted as it is. `authors` may not adopt it. `norms` are plain documents, as
    `rulebook.norms_published.v1` carries them.
    """

    layer: str
    version: int
    draft_id: str | None = of(Id(), default=None)
    sequence: int = 0
    authors: tuple[str, ...] = of(fields.List(Id()), default=())
    changed_at: datetime | None = None
    lines: tuple[DraftLine, ...]
    problems: tuple[str, ...] = ()
    first_change: date | None = None
    needs_reason: bool = False
    norms: tuple[dict[str, Any], ...] = of(fields.List(fields.Dict()))
    document: str


class AdoptDraft(Message):
    """Somebody else than its authors lets the draft be the layer's next edition.

    `version` is the edition in force that they compared it with. `reason` is needed where the draft reaches back.
    """

    draft_id: str = of(Id())
    sequence: int = of(WholeNumber(least=1, metadata={"label": "草案版本"}))
    version: int = of(WholeNumber(least=0))
    reason: str = of(
        Text(
            longest=200,
            metadata={"label": "为什么追溯到过去", "hint": "只有从过去的日子起生效时才要填，会留在版本记录里"},
        ),
        default="",
    )


class DraftAdopted(Message):
    """The layer's edition in force is now this; `first_change` is the first day on which it differs from the last."""

    version: int
    first_change: date | None = None


READ_DRAFT = Call(service="rulebook", method="draft", ask=ReadDraft, answer=LayerDraft, allow=LAYER_OFFICE)
ADOPT_DRAFT = Call(
    service="rulebook", method="adopt_draft", ask=AdoptDraft, answer=DraftAdopted, allow=LAYER_OFFICE, command=True
)

"""A layer's draft, as its office writes it: row by row, or as a whole document."""

from datetime import date
from enum import StrEnum
from typing import Any

from marshmallow import fields, validate

from contracts.actor import OFFICE, Role
from contracts.call import Call
from contracts.fields import Choice, Id, LocalDate, Text, WholeNumber
from contracts.message import Message, of

LAYER_OFFICE = OFFICE | {Role.DISTRICT_OFFICE}
"""Who writes norms: a school's office those of the school, a district's those of the district."""

LONGEST_DOCUMENT = 200_000
BOUND_LABELS = {
    "at_most": "不超过", "at_least": "不少于", "forbidden": "不得有", "required": "必须有", "one_of": "只限",
}
FORCE_LABELS = {"refuse": "必须遵守（不符合就不能做）", "warn": "原则上（可以做，会提醒）"}
_SEQUENCE = {"label": "草案版本"}


def _codes(label: str) -> fields.Field[Any]:
    return fields.List(Text(shortest=1, longest=40), metadata={"label": label})


class BoundName(StrEnum):
    """How the value binds what is measured."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    FORBIDDEN = "forbidden"
    REQUIRED = "required"
    ONE_OF = "one_of"


class ForceName(StrEnum):
    """Whether what breaks the norm is refused, or done and told (原则上)."""

    REFUSE = "refuse"
    WARN = "warn"


class WriteRow(Message):
    """The office has its layer's draft say this; a draft is opened where there is none, and `sequence` is then 0.

    Without `norm` it is a new norm; without `row` (from 1) a new row of it. A row that has begun is not rewritten: it
    ends on the day before `effective_from`, and this one follows. `value` holds one number, or codes; absent scopes
    cover everything.
    """

    sequence: int = of(WholeNumber(least=0, metadata=_SEQUENCE))
    norm: str | None = of(Text(longest=60), default=None)
    row: int | None = of(WholeNumber(least=1), default=None)
    title: str = of(Text(shortest=1, longest=60, metadata={"label": "叫什么", "hint": "例如：家庭书面作业"}))
    about: str = of(Text(shortest=1, longest=40, metadata={"label": "管什么事"}))
    measure: str = of(Text(shortest=1, longest=60, metadata={"label": "看什么"}))
    bound: BoundName = of(Choice(BoundName, metadata={"label": "怎样算符合", "labels": BOUND_LABELS}))
    force: ForceName = of(Choice(ForceName, metadata={"label": "约束力", "labels": FORCE_LABELS}))
    value: tuple[str, ...] = of(
        fields.List(
            Text(shortest=1, longest=60), validate=validate.Length(min=1, error="请填写。"),
            metadata={"label": "数值或选项"},
        )
    )
    grades: tuple[int, ...] = of(fields.List(WholeNumber(least=1, most=9), metadata={"label": "哪些年级"}), default=())
    weekdays: tuple[int, ...] = of(fields.List(WholeNumber(least=1, most=7), metadata={"label": "星期几"}), default=())
    day_kinds: tuple[str, ...] = of(_codes("哪类日子"), default=())
    seasons: tuple[str, ...] = of(_codes("哪个季节"), default=())
    kinds: tuple[str, ...] = of(_codes("哪些作业类型"), default=())
    places: tuple[str, ...] = of(_codes("在哪里完成"), default=())
    subjects: tuple[str, ...] = of(_codes("哪些学科"), default=())
    session_kinds: tuple[str, ...] = of(_codes("哪些服务时段"), default=())
    offering_kinds: tuple[str, ...] = of(_codes("哪些服务项目"), default=())
    effective_from: date = of(LocalDate(metadata={"label": "从哪一天起"}))
    effective_to: date | None = of(
        LocalDate(metadata={"label": "到哪一天为止", "hint": "一直有效就不填"}), default=None
    )
    clause: str = of(Text(shortest=1, longest=300, metadata={"label": "条款原文", "hint": "会显示在公示和提示里"}))
    source: str = of(Text(shortest=1, longest=120, metadata={"label": "出自哪份文件"}))


class EndRow(Message):
    """The office lets a row end: what has begun holds until `last_day`, what has not is taken out of the draft."""

    sequence: int = of(WholeNumber(least=0, metadata=_SEQUENCE))
    norm: str = of(Text(shortest=1, longest=60))
    row: int = of(WholeNumber(least=1))
    last_day: date = of(LocalDate(metadata={"label": "最后一天"}))


class WriteDraft(Message):
    """The office has its layer's draft say what a document says (YAML), all of it and nothing else."""

    sequence: int = of(WholeNumber(least=0, metadata=_SEQUENCE))
    document: str = of(Text(shortest=1, longest=LONGEST_DOCUMENT, metadata={"label": "规定文件", "widget": "textarea"}))


class DropDraft(Message):
    """The office gives the draft up; what is in force stays."""

    draft_id: str = of(Id())
    sequence: int = of(WholeNumber(least=1, metadata=_SEQUENCE))


class DraftKept(Message):
    """The draft as it now is has this sequence."""

    draft_id: str = of(Id())
    sequence: int


class DraftDropped(Message):
    """There is no draft any more."""

    draft_id: str = of(Id())


WRITE_ROW = Call(
    service="rulebook", method="write_row", ask=WriteRow, answer=DraftKept, allow=LAYER_OFFICE, command=True
)
END_ROW = Call(service="rulebook", method="end_row", ask=EndRow, answer=DraftKept, allow=LAYER_OFFICE, command=True)
WRITE_DRAFT = Call(
    service="rulebook", method="write_draft", ask=WriteDraft, answer=DraftKept, allow=LAYER_OFFICE, command=True
)
DROP_DRAFT = Call(
    service="rulebook", method="drop_draft", ask=DropDraft, answer=DraftDropped, allow=LAYER_OFFICE, command=True
)

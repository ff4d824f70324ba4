"""Derogations: a school asks to be let off a norm for a time; the district grants it where it may."""

from datetime import date, datetime
from enum import StrEnum

from marshmallow import fields

from contracts.actor import OFFICE, Role
from contracts.call import Call
from contracts.fields import Choice, Id, LocalDate, Text, WholeNumber
from contracts.message import Message, of
from contracts.rulebook.draft import LAYER_OFFICE

DECISION_LABELS = {"grant": "准予", "refuse": "不准予"}


class Decision(StrEnum):
    """What the district says to a school that asks."""

    GRANT = "grant"
    REFUSE = "refuse"


class AskDerogation(Message):
    """A school's office asks that a norm above does not bind it until a day, or binds it by another `value`.

    Absent scopes cover all that the norm covers. The reason is read in public once it is granted: it names nobody.
    """

    layer: str = of(Text(shortest=1, longest=20, metadata={"label": "哪一层"}))
    norm: str = of(Text(shortest=1, longest=60, metadata={"label": "哪一条规定"}))
    value: tuple[str, ...] = of(
        fields.List(Text(shortest=1, longest=60), metadata={"label": "改为", "hint": "完全不执行这一条就不填"}),
        default=(),
    )
    grades: tuple[int, ...] = of(fields.List(WholeNumber(least=1, most=9), metadata={"label": "哪些年级"}), default=())
    weekdays: tuple[int, ...] = of(fields.List(WholeNumber(least=1, most=7), metadata={"label": "星期几"}), default=())
    session_kinds: tuple[str, ...] = of(
        fields.List(Text(shortest=1, longest=40), metadata={"label": "哪些服务时段"}), default=()
    )
    offering_kinds: tuple[str, ...] = of(
        fields.List(Text(shortest=1, longest=40), metadata={"label": "哪些服务项目"}), default=()
    )
    effective_from: date = of(LocalDate(metadata={"label": "从哪一天起"}))
    effective_to: date = of(LocalDate(metadata={"label": "到哪一天为止", "hint": "准予总有最后一天，到期自己恢复"}))
    reason: str = of(
        Text(
            shortest=1, longest=200,
            metadata={"label": "理由", "hint": "准予后会公开，请不要写个人情况", "widget": "textarea"},
        )
    )


class DerogationAsked(Message):
    """It waits for the district."""

    request_id: str = of(Id())


class WithdrawDerogation(Message):
    """The school takes back what it has asked for and nobody has decided yet."""

    request_id: str = of(Id())


class DerogationWithdrawn(Message):
    """It is asked for no more."""

    request_id: str = of(Id())


class DecideDerogation(Message):
    """The district's office grants or refuses; what it grants is in force from its first day."""

    request_id: str = of(Id())
    decision: Decision = of(Choice(Decision, metadata={"label": "决定", "labels": DECISION_LABELS}))
    words: str = of(
        Text(
            shortest=1, longest=120,
            metadata={"label": "批准单位和文号，或不准予的理由", "hint": "例如：区教育局教基〔2026〕12 号；会公开"},
        )
    )


class DerogationDecided(Message):
    """It is granted, or refused."""

    request_id: str = of(Id())
    decision: Decision


class ReadDerogations(Message):
    """Ask for what the asker's school has asked for and been granted; the district's office is told of all schools."""

    on: date


class DerogationState(StrEnum):
    """It waits, was refused or taken back; or is granted: to begin, in force, ending within sixty days, or over."""

    ASKED = "asked"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    TO_COME = "to_come"
    IN_FORCE = "in_force"
    ENDING = "ending"
    OVER = "over"


class Derogation(Message):
    """One of them. `request_id` is absent for one that was granted without having been asked for here.

    `sentence` says what is loosened, `rule` what it is loosened from; `words` who granted it, or why it was refused.
    """

    request_id: str | None = of(Id(), default=None)
    school_id: str = of(Id())
    layer: str
    norm: str
    title: str
    state: DerogationState
    sentence: str
    rule: str
    reason: str
    words: str = ""
    effective_from: date
    effective_to: date
    asked_by: str | None = of(Id(), default=None)
    asked_at: datetime | None = None
    decided_by: str | None = of(Id(), default=None)


class Loosenable(Message):
    """A norm that the district may loosen for a school; `numeric` says that its value is one number."""

    layer: str
    norm: str
    title: str
    about: str
    rule: str
    numeric: bool


class Derogations(Message):
    """What waits first, then what ends soonest. `loosenable` are the norms that a school may ask to be let off."""

    derogations: tuple[Derogation, ...]
    loosenable: tuple[Loosenable, ...] = ()


_DISTRICT = frozenset({Role.DISTRICT_OFFICE})
ASK_DEROGATION = Call(
    service="rulebook", method="ask_derogation", ask=AskDerogation, answer=DerogationAsked, allow=OFFICE, command=True
)
WITHDRAW_DEROGATION = Call(
    service="rulebook", method="withdraw_derogation", ask=WithdrawDerogation, answer=DerogationWithdrawn, allow=OFFICE,
    command=True,
)
DECIDE_DEROGATION = Call(
    service="rulebook", method="decide_derogation", ask=DecideDerogation, answer=DerogationDecided, allow=_DISTRICT,
    command=True,
)
DEROGATIONS = Call(
    service="rulebook", method="derogations", ask=ReadDerogations, answer=Derogations, allow=LAYER_OFFICE
)

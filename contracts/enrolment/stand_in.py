"""Standing in: while somebody is away, a colleague decides what would wait for them (委托)."""

from datetime import date

from contracts.call import Call
from contracts.enrolment.application import DECIDERS
from contracts.fields import Id, LocalDate
from contracts.message import Message, of


class ReadStandIn(Message):
    """Ask who stands in for the asker, for whom the asker does, and who could be asked."""


class StandIn(Message):
    """Somebody decides for somebody else, from the first day to the last."""

    person_id: str = of(Id())
    stand_in_id: str = of(Id())
    first: date
    last: date


class StandIns(Message):
    """`own`: who stands in for the asker, from now on or later; `others`: for whom the asker does today.

    `colleagues` are those who may be asked: staff who decide something themselves.
    """

    own: StandIn | None = None
    others: tuple[StandIn, ...] = ()
    colleagues: tuple[str, ...] = ()


class AskToStandIn(Message):
    """Let a colleague decide for the asker on these days; whatever was agreed before is over."""

    stand_in_id: str = of(Id(metadata={"label": "请谁代办", "widget": "select"}))
    first: date = of(LocalDate(metadata={"label": "从哪一天起"}))
    last: date = of(LocalDate(metadata={"label": "到哪一天为止"}))


class EndStandIn(Message):
    """Let nobody decide for the asker any more."""


STAND_IN = Call(service="enrolment", method="stand_in", ask=ReadStandIn, answer=StandIns, allow=DECIDERS)
ASK_TO_STAND_IN = Call(
    service="enrolment", method="ask_to_stand_in", ask=AskToStandIn, answer=StandIns, allow=DECIDERS, command=True
)
END_STAND_IN = Call(
    service="enrolment", method="end_stand_in", ask=EndStandIn, answer=StandIns, allow=DECIDERS, command=True
)

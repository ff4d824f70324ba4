"""Numbers: a guardian's mobile number is changed by the office, or asked for with a password and confirmed there.

There is no SMS here: nobody proves a number by a code that was sent to it. An office calls back.
"""

from datetime import datetime
from enum import StrEnum

from contracts.actor import OFFICE, Role
from contracts.call import Call
from contracts.directory.own_password import WithPassword
from contracts.fields import Choice, Id, Text
from contracts.message import Message, of

PHONE_WORDS = {"label": "新的手机号", "hint": "11 位，以 13 到 19 开头", "widget": "digits"}


class ChangeNumber(Message):
    """The office writes down a guardian's new number; what they had open ends, cards printed before are void."""

    pupil_id: str = of(Id())
    person_id: str = of(Id())
    phone: str = of(Text(shortest=1, longest=20, metadata=PHONE_WORDS))


class NumberChanged(Message):
    """The person's number is the new one."""

    person_id: str = of(Id())


class AskNumber(WithPassword):
    """A guardian asks for their own number to be changed; asking again replaces what was asked before."""

    phone: str = of(Text(shortest=1, longest=20, metadata=PHONE_WORDS))


class NumberAsked(Message):
    """An office has it to decide, until then."""

    expires_at: datetime


class ListNumberRequests(Message):
    """Ask which guardians of the school's children wait for their number to be changed."""


class NumberRequest(Message):
    """Who asks for which number; the children are those of this school."""

    request_id: str = of(Id())
    person_id: str = of(Id())
    name: str
    children: tuple[str, ...]
    phone: str
    asked_at: datetime


class NumberRequests(Message):
    """Those who wait, the longest first."""

    requests: tuple[NumberRequest, ...]


class NumberDecision(StrEnum):
    """What an office says."""

    CONFIRM = "confirm"
    REFUSE = "refuse"


class DecideNumber(Message):
    """The office confirms a number, having called it, or refuses it."""

    request_id: str = of(Id())
    decision: NumberDecision = of(Choice(NumberDecision, metadata={"label": "决定"}))


class NumberDecided(Message):
    """The request is settled."""

    request_id: str = of(Id())
    decision: NumberDecision


CHANGE_NUMBER = Call(
    service="directory", method="change_number", ask=ChangeNumber, answer=NumberChanged, allow=OFFICE, command=True
)
ASK_NUMBER = Call(
    service="directory", method="ask_number", ask=AskNumber, answer=NumberAsked, allow=frozenset({Role.GUARDIAN})
)
NUMBER_REQUESTS = Call(
    service="directory", method="number_requests", ask=ListNumberRequests, answer=NumberRequests, allow=OFFICE
)
DECIDE_NUMBER = Call(
    service="directory", method="decide_number", ask=DecideNumber, answer=NumberDecided, allow=OFFICE, command=True
)

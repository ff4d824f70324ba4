"""The draw of a term's clubs: a list closed and hashed, a value that nobody can choose, places that follow (E10)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from marshmallow import fields

from contracts.call import Call
from contracts.enrolment.programme import OF_A_SCHOOL, PROGRAMME_OFFICE
from contracts.event import Event
from contracts.fields import Choice, Digest, Id, LocalDate, Text
from contracts.message import Message, of


class PublicValue(StrEnum):
    """What decides: a result that is drawn in public on a day, and has too many values to be foreseen or bent."""

    DOUBLE_COLOUR_BALL = "double_colour_ball"
    THREE_D_AND_FIVE = "three_d_and_five"


VALUE_LABELS = {
    PublicValue.DOUBLE_COLOUR_BALL: "双色球（周二、周四、周日开奖）",
    PublicValue.THREE_D_AND_FIVE: "福彩3D 和 排列五（每天开奖）",
}


class ReadDraw(Message):
    """Ask for the draw of a programme."""

    programme_id: str = of(Id())


class DrawnClub(Message):
    """A club with the places of the draw, and what came of it."""

    offering_id: str = of(Id())
    title: str
    places: int
    given: int = 0
    waiting: int = 0


class OwnTicket(Message):
    """A ticket of a child of the asker's; `told` is its number and what came of each choice, in words, once drawn."""

    pupil_id: str = of(Id())
    ticket: str
    told: tuple[str, ...] = ()


class Draw(Message):
    """A draw as everybody of the school sees it; `sha256` is absent until the list is closed.

    `asked` counts the approved children that the list has, or would have now; `undecided` those whose application for
    clubs is not decided, which are not on it. `form` shows how the value is written.
    """

    programme_id: str = of(Id())
    term: str
    asked: int
    undecided: int
    may_close: bool
    source: str = ""
    form: str = ""
    value_on: date | None = None
    sha256: str | None = None
    closed_at: datetime | None = None
    value: str | None = None
    drawn_at: datetime | None = None
    committed_at: datetime | None = None
    clubs: tuple[DrawnClub, ...] = ()
    own: tuple[OwnTicket, ...] = ()


class CloseList(Message):
    """Close the list and let its hash be published; the value that will decide is of a day that is still to come."""

    programme_id: str = of(Id())
    value: PublicValue = of(Choice(PublicValue, metadata={"label": "用哪个开奖号码", "labels": VALUE_LABELS}))
    value_on: date = of(LocalDate(metadata={"label": "哪一天开奖的", "hint": "要在今天以后：号码出来以前，名单先封存"}))


class DrawPlaces(Message):
    """Draw with the public value, once and for all."""

    programme_id: str = of(Id())
    value: str = of(Text(shortest=1, longest=60, metadata={"label": "开奖号码"}))


class CommitDraw(Message):
    """Let the places be as they were drawn."""

    programme_id: str = of(Id())


class ReadDrawRecord(Message):
    """Ask for all that it takes to draw again."""

    programme_id: str = of(Id())


class DrawRecord(Message):
    """A record as `engines.draw` and the verifier read it."""

    record: dict[str, Any] = of(fields.Dict())


class DrawClosed(Event):
    """The list of a draw is closed; its hash is public before the value exists."""

    type = "enrolment.draw_closed.v1"
    about = "programme_id"

    programme_id: str = of(Id())
    sha256: str = of(Digest())
    tickets: int
    value_on: date


class DrawCommitted(Event):
    """The places of a term's clubs are as they were drawn."""

    type = "enrolment.draw_committed.v1"
    about = "programme_id"

    programme_id: str = of(Id())
    sha256: str = of(Digest())
    given: int
    waiting: int


def _command(method: str, ask: type[Message]) -> Call[Any, Draw]:
    return Call(service="enrolment", method=method, ask=ask, answer=Draw, allow=PROGRAMME_OFFICE, command=True)


DRAW = Call(service="enrolment", method="read_draw", ask=ReadDraw, answer=Draw, allow=OF_A_SCHOOL)
CLOSE_LIST = _command("close_list", CloseList)
DRAW_PLACES = _command("draw_places", DrawPlaces)
COMMIT_DRAW = _command("commit_draw", CommitDraw)
DRAW_RECORD = Call(
    service="enrolment", method="draw_record", ask=ReadDrawRecord, answer=DrawRecord, allow=OF_A_SCHOOL
)

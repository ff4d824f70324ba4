"""Way: the stops of an approval as a picture: one below the other, what came back with an arrow up to where it went."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from gateway.language import told
from gateway.pictures.lettering import broken

WIDTH = 300
_RAIL, _TEXT, _RIGHT = 14, 34, 272
_NAME_SIZE, _NOTE_SIZE = 16, 14
_NAME_LINE, _NOTE_LINE, _GAP = 24, 20, 14
_MOST_LINES = 3
BACK = "back"


class Drawn(Protocol):
    """What is drawn of a stop."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def notes(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def to(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True, kw_only=True)
class Words:
    """One line of text; `y` is its baseline. `look` is name or note."""

    y: int
    look: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Mark:
    """The mark of a stop; `y` is its middle, `reaches` that of the next, 0 for the last. `look` is the stop's state."""

    y: int
    look: str
    reaches: int = 0


@dataclass(frozen=True, kw_only=True)
class Arrow:
    """From where it was sent back up to where it went, `x` to the right of the words."""

    x: int
    from_y: int
    to_y: int


@dataclass(kw_only=True)
class Picture:
    """Everything in units of which `WIDTH` fill the width."""

    height: int = 0
    marks: list[Mark] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    width: int = WIDTH


def picture_of(stops: Sequence[Drawn]) -> Picture:
    """Return the picture of these stops; what came back went to the stop that it names, or to the first."""
    drawn, y = Picture(), _GAP
    middles: dict[str | None, int] = {}
    for stop in stops:
        middle = y + _NAME_LINE // 2
        if stop.state == BACK:
            to_y = middles.get(stop.to, drawn.marks[0].y)
            drawn.arrows.append(Arrow(x=_RIGHT + 7 * (len(drawn.arrows) % 3), from_y=middle, to_y=to_y))
        else:
            middles[stop.name] = middle
        drawn.marks.append(Mark(y=middle, look=stop.state))
        y = _write(drawn, stop, y) + _GAP
    drawn.height = y
    drawn.marks = [
        Mark(y=mark.y, look=mark.look, reaches=after.y)
        for mark, after in zip(drawn.marks, drawn.marks[1:], strict=False)
    ] + drawn.marks[-1:]
    return drawn


def _write(drawn: Picture, stop: Drawn, y: int) -> int:
    """Write a stop's name and notes from here down; return where they end."""
    room = _RIGHT - _TEXT - 8
    for line in broken(told(stop.name), room / _NAME_SIZE, _MOST_LINES):
        drawn.words.append(Words(y=y + 18, look="name", text=line))
        y += _NAME_LINE
    for note in stop.notes:
        for line in broken(told(note), room / _NOTE_SIZE, _MOST_LINES):
            drawn.words.append(Words(y=y + 14, look="note", text=line))
            y += _NOTE_LINE
    return y

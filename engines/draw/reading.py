"""Reading: a list's text taken back to the round it was written from, and no other text."""

from collections.abc import Sequence

from engines.draw.club import Club
from engines.draw.field import NUMBER
from engines.draw.round import FORMAT, Round
from engines.draw.ticket import Ticket
from engines.draw.unfit import Unfit

Fields = tuple[str, ...]
_HEADING = ("round", "source", "form", "most")


def round_from_text(text: str) -> Round:
    """Return the round whose text this is, byte for byte. Raises Unfit, with the line, for any other."""
    first, *lines = [tuple(line.split("\t")) for line in text.split("\n")[:-1]] or [("",)]
    if first != (FORMAT,):
        raise Unfit(f"签表第 1 行应为 {FORMAT}", "请用封存时公布的原文")
    name, source, form, most = map(_header, enumerate(_HEADING, 2), [*lines, (), (), (), ()])
    clubs: list[Club] = []
    tickets: list[Ticket] = []
    for place, line in enumerate(lines[4:], 6):
        if line[0] == "club" and len(line) >= 4 and not tickets:
            clubs.append(_club(place, line))
        elif line[0] == "ticket" and len(line) >= 2:
            tickets.append(Ticket(id=line[1], choices=line[2:]))
        else:
            raise _misread(place)
    read = Round(
        name=name, source=source, form=form, most_per_ticket=_number(5, most), clubs=tuple(clubs),
        tickets=tuple(tickets),
    )  # fmt: skip
    return _same(read, text)


def _header(expected: tuple[int, str], line: Sequence[str]) -> str:
    place, name = expected
    if len(line) != 2 or line[0] != name:
        raise _misread(place)
    return line[1]


def _club(place: int, line: Fields) -> Club:
    _, key, title, places, *slots = line
    if len(set(slots)) != len(slots):
        raise _misread(place)
    return Club(id=key, title=title, places=_number(place, places), slots=frozenset(slots))


def _number(place: int, written: str) -> int:
    if not NUMBER.fullmatch(written):
        raise _misread(place)
    return int(written)


def _same(read: Round, text: str) -> Round:
    """Return the round, if it is written as this text: sorted, and nothing after the last line feed."""
    if read.text != text:
        lines = zip([*read.text.split("\n"), ""], [*text.split("\n"), ""], strict=False)
        raise _misread(next(place for place, (ours, theirs) in enumerate(lines, 1) if ours != theirs))
    return read


def _misread(place: int) -> Unfit:
    return Unfit(f"签表第 {place} 行不合格式", "请用封存时公布的原文，一字不改")

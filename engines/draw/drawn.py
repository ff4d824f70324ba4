"""Drawn: what came of a round and its public value; the same for whoever works it out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from engines.draw.answer import Why
from engines.draw.round import Round
from engines.draw.turn import Turn

FORMAT = "qingfu-draw-result/1"


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """`turns` stand in the drawn order; all else follows from them."""

    round: Round
    value: str
    seed: str
    turns: tuple[Turn, ...]

    @cached_property
    def turn(self) -> Mapping[str, Turn]:
        """Return {ticket: its turn}."""
        return {turn.ticket: turn for turn in self.turns}

    @cached_property
    def given(self) -> Mapping[str, tuple[str, ...]]:
        """Return {club: the tickets that got a place}, in the drawn order; every club is there."""
        return self._by_club(Why.GIVEN)

    @cached_property
    def waiting(self) -> Mapping[str, tuple[str, ...]]:
        """Return {club: its waiting line}, in the drawn order: who ranked it above what they got, and found it full.

        Without those whom a dearer club keeps from it at the same hour: a place would be of no use to them.
        """
        return self._by_club(Why.FULL)

    @cached_property
    def left(self) -> Mapping[str, int]:
        """Return {club: places that nobody took}, for the round after this one."""
        return {club.id: club.places - len(self.given[club.id]) for club in self.round.clubs}

    @cached_property
    def text(self) -> str:
        """Return the result as everybody can write it down again, in UTF-8, every line with a line feed at its end.

        The lines, their fields parted by one tab: the format; `list` and its hash; `value`; `seed`; for every ticket,
        in the drawn order, `ticket`, number, id, and an answer to each choice; for every club, in the list's order,
        `given`, id, tickets; then for every club `waiting`, id, tickets.
        """
        return "".join("\t".join(line) + "\n" for line in self._lines())

    def _lines(self) -> Iterator[tuple[str, ...]]:
        yield (FORMAT,)
        yield from (("list", self.round.sha256), ("value", self.value), ("seed", self.seed))
        for turn in self.turns:
            yield "ticket", str(turn.number), turn.ticket, *(answer.text for answer in turn.answers)
        yield from (("given", club, *tickets) for club, tickets in self.given.items())
        yield from (("waiting", club, *tickets) for club, tickets in self.waiting.items())

    def _by_club(self, why: Why) -> Mapping[str, tuple[str, ...]]:
        tickets: dict[str, list[str]] = {club.id: [] for club in self.round.clubs}
        for turn in self.turns:
            for answer in turn.answers:
                if answer.why is why:
                    tickets[answer.club].append(turn.ticket)
        return {club: tuple(those) for club, those in tickets.items()}

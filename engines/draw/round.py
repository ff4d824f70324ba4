"""Round: one closed list of tickets and places, with the public value that will decide over it.

What is published of a round, and what can be inferred from it
--------------------------------------------------------------
Published before the public value exists: the SHA-256 of the list's text. Published with the result: the text itself
(name of the round, source and form of the value, clubs with places and slots, each ticket with its ranked choices), the
value, and the result. None of it has a field for a child, a class, a group or a reason.

Priority groups (E6) are drawn in a round of their own, for places set aside in it; its list is a list of tickets like
any other. Even so:

- Who is in a priority round is, by being in it, in some priority group. The list does not say so of a child, but
  whoever knows a child's ticket, or knows its ranked choices and finds them once, knows it then. A family knows its own
  ticket; the school knows all; friends and neighbours may well know the choices.
- So of a priority round publish, to everybody, the hash, the value, and how many places were given; show its list to
  those whose tickets are in it and to whoever oversees the draw. Its hash gives nothing away, for ids are random. Where
  the list has to be open to all, let the round hold several grounds together, so that to be in it names none of them,
  and put into its tickets only clubs that have places in it.
- Give every child a new ticket id in every round. With the same id in two rounds, the open list of the second shows who
  had been in the first. The price: that nobody placed in the first is drawn again in the second, only somebody who
  knows both ids of a child can check. Equal rankings in two open lists can link them, too, where a ranking is rare.
- How many take part in each round, and how many places each gave out, is open. A round of one or two tickets, or a
  club filled by a priority round alone, points at those who then sit in the club: set aside so that neither happens.
- Whoever learns a child's ticket learns all its choices and its number. Families should be told to keep it.

The hash proves that the list did not change after it was published, not that it was right then: that each child is on
it once, with the choices its family wrote, each family sees by its own ticket, and an office by counting. That the hash
was out before the value, a notice shows, or the press; arithmetic cannot.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from engines.draw.club import Club
from engines.draw.field import check_field, check_number
from engines.draw.form import check_form
from engines.draw.ticket import Ticket
from engines.draw.unfit import Unfit

FORMAT = "qingfu-draw-list/1"
Named = TypeVar("Named", Club, Ticket)


@dataclass(frozen=True, kw_only=True)
class Round:
    """`source` names the public value so that there is only one: what, of which day, read where. `form`: see `form`.

    Clubs and tickets are kept by their ids, in whatever order they come. Raises Unfit for what is no list.
    """

    name: str
    source: str
    form: str
    clubs: tuple[Club, ...]
    tickets: tuple[Ticket, ...]
    most_per_ticket: int = 1

    def __post_init__(self) -> None:
        check_field("轮次名称", self.name)
        check_field("公开数值的来源", self.source)
        check_form(self.form)
        check_number("每张签最多得到的社团数", self.most_per_ticket, least=1)
        object.__setattr__(self, "clubs", _by_id("社团", self.clubs))
        object.__setattr__(self, "tickets", _by_id("签", self.tickets))
        self._check_choices()

    @cached_property
    def text(self) -> str:
        """Return the list as everybody can write it down again, every line with a line feed at its end.

        The lines, their fields parted by one tab: the format; `round` and its name; `source`; `form`; `most` and how
        many clubs a ticket can get; for every club `club`, id, title, places, slots; for every ticket `ticket`, id,
        choices. Clubs, tickets and slots stand in the order of their ids' UTF-8 bytes, choices as they were ranked.
        """
        lines = [
            (FORMAT,), ("round", self.name), ("source", self.source), ("form", self.form),
            ("most", str(self.most_per_ticket)),
            *(("club", club.id, club.title, str(club.places), *sorted(club.slots)) for club in self.clubs),
            *(("ticket", ticket.id, *ticket.choices) for ticket in self.tickets),
        ]  # fmt: skip
        return "".join("\t".join(line) + "\n" for line in lines)

    @cached_property
    def sha256(self) -> str:
        """Return the hash of the text in UTF-8, in small hexadecimal: what is published before the value exists."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @cached_property
    def club(self) -> Mapping[str, Club]:
        """Return {id: club}."""
        return {club.id: club for club in self.clubs}

    def _check_choices(self) -> None:
        for ticket in self.tickets:
            for choice in ticket.choices:
                if choice not in self.club:
                    raise Unfit(f"签“{ticket.id}”的志愿“{choice}”不在社团当中", "请核对社团代号")


def _by_id(words: str, named: Iterable[Named]) -> tuple[Named, ...]:
    ordered = tuple(sorted(named, key=lambda one: one.id))
    if not ordered:
        raise Unfit(f"一个{words}也没有", f"请至少写一个{words}")
    for name, times in Counter(one.id for one in ordered).items():
        if times > 1:
            raise Unfit(f"{words}“{name}”出现了 {times} 次", "每个代号只用一次")
    return ordered

"""Finding: how a judgement travels, so that a page can quote the clause and offer what would pass."""

from datetime import date

from contracts.message import Message


class Offer(Message):
    """What would pass instead: a field of the ask and the value to put there, with the words of a button."""

    words: str
    field: str
    value: str


class Finding(Message):
    """One norm that is broken (`refuse`) or leaned on (`warn`): observed against limit, in words, with its clause."""

    norm: str
    layer: str
    force: str
    field: str
    sentence: str
    arithmetic: str
    observed: int | None = None
    limit: int | None = None
    clause: str
    source: str
    since: date
    offers: tuple[Offer, ...] = ()

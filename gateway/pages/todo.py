"""Todo: one thing to do, in words, with the ways to where it is done."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Way:
    """A link that leads to where it is put right."""

    words: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """What and how many, what to do, and the ways there: one for the whole, or one a class."""

    what: str
    cure: str
    way: str | None = None
    classes: tuple[Way, ...] = ()
    names: tuple[str, ...] = ()

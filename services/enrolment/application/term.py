"""Term: which of the announced terms a count or a statement is of."""

from collections.abc import Sequence

from contracts.errors import NotFound


def term_asked(terms: Sequence[str], asked: str | None) -> str:
    """Return the term that is asked for, the first where none is named, "" where there is none at all.

    Raises NotFound for a term that is not among them.
    """
    if not asked:
        return terms[0] if terms else ""
    if asked not in terms:
        raise NotFound
    return asked

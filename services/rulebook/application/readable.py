"""Readable: what cannot be read is refused in the field where it was written."""

from collections.abc import Iterator
from contextlib import contextmanager

from contracts.errors import InvalidRequest
from engines.policy import NormUnreadable
from services.rulebook.domain.draft import ChangesNothing, LayerUnreadable


@contextmanager
def readable(field: str) -> Iterator[None]:
    """Raise InvalidRequest, with the engine's own words, for what is no norm, no layer, or would change nothing."""
    try:
        yield
    except (NormUnreadable, LayerUnreadable, ChangesNothing) as problem:
        raise InvalidRequest(str(problem), {"fields": {field: [str(problem)]}}) from problem

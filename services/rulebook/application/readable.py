"""Readable: what cannot be read is refused in the field where it was written, in the words of its form."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from contracts.errors import InvalidRequest
from contracts.message import Message
from engines.policy import NormUnreadable
from services.rulebook.domain.carrying import GrantLost
from services.rulebook.domain.draft import ChangesNothing, LayerUnreadable


@contextmanager
def readable(field: str, form: type[Message] | None = None) -> Iterator[None]:
    """Raise InvalidRequest, with the engine's own words, for what cannot be read, changes nothing or loses a grant.

    With a `form`, the keys of a document are called what its questions are called, and the first that is named is
    the field; else it is `field`.
    """
    try:
        yield
    except NormUnreadable as problem:
        if form is None:
            raise _refused(field, str(problem)) from problem
        raise _in_words_of(form, field, problem) from problem
    except (LayerUnreadable, ChangesNothing, GrantLost) as problem:
        raise _refused(field, str(problem)) from problem


def _in_words_of(form: type[Message], field: str, problem: NormUnreadable) -> InvalidRequest:
    labels = {name: asked.metadata.get("label") for name, asked in form.schema().fields.items()}
    key = re.compile(rf"(?<![a-z_'])({'|'.join(name for name, label in labels.items() if label)})(?![a-z_'])")
    named = key.search(problem.what)
    words = key.sub(lambda found: f"“{labels[found[1]]}”", f"{problem.what}。{problem.remedy}。")
    return _refused(named[1] if named else field, words)


def _refused(field: str, words: str) -> InvalidRequest:
    return InvalidRequest(words, {"fields": {field: [words]}})

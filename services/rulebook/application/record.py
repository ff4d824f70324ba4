"""Record: what the layers over a school have said, edition by edition, and each as a document."""

from collections.abc import Callable, Iterator
from typing import Any

from contracts.errors import InvalidRequest, NotFound
from contracts.rulebook.edition import (
    Act,
    DocumentLine,
    LayerDocument,
    LayerEdition,
    LayerEditions,
    ListEditions,
    ReadDocument,
)
from engines.policy import Layer, Norm, derogation_sentence, sentence
from engines.policy.about import ABOUT_WORDS
from services.rulebook.application.unit import Unit
from services.rulebook.domain.draft import Draft

_MOST = 50


def read_editions(unit: Unit, ask: ListEditions) -> LayerEditions:
    """Return who changed which layer when, and why; the latest first."""
    return LayerEditions(editions=tuple(
        LayerEdition(
            layer=one.layer, version=one.version, act=Act(one.made.act), published_at=one.published_at, by=one.made.by,
            authors=one.made.authors, reason=one.made.reason, first_change=one.made.first_change,
        )
        for one in unit.editions(_MOST)
    ))


def read_document(unit: Unit, ask: ReadDocument, *, write: Callable[[Draft], str]) -> LayerDocument:
    """Return an edition as a document. Raises NotFound for one that was never published."""
    if ask.layer not in list(Layer):
        words = f"没有“{ask.layer}”这一层，可以写的有：{'、'.join(Layer)}。"
        raise InvalidRequest(words, {"fields": {"layer": [words]}})
    edition = unit.edition(Layer(ask.layer), ask.version)
    if edition is None or edition.version == 0:
        raise NotFound
    document = write(Draft(layer=edition.layer, norms=edition.norms))
    lines = tuple(line for norm in edition.norms for line in _lines(norm))
    return LayerDocument(layer=edition.layer, version=edition.version, document=document, lines=lines)


def _lines(norm: Norm) -> Iterator[DocumentLine]:
    matter = ABOUT_WORDS[norm.about]
    whose: dict[str, Any] = {"about": norm.about, "matter": matter, "norm": norm.key, "title": norm.title}
    for row in norm.rows:
        yield DocumentLine(
            **whose, sentence=sentence(norm, row), effective_from=row.effective_from, effective_to=row.effective_to,
            clause=row.clause, source=row.source,
        )
    for granted in norm.derogations:
        yield DocumentLine(
            **whose, sentence=derogation_sentence(norm, granted), effective_from=granted.effective_from,
            effective_to=granted.effective_to, clause=granted.reason, source=granted.granted_by, grants=True,
        )

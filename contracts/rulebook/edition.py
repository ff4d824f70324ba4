"""Editions: what a layer has said, edition by edition, who changed it and why, and each as a document."""

from datetime import date, datetime
from enum import StrEnum

from marshmallow import fields

from contracts.actor import EVERYONE
from contracts.call import Call
from contracts.fields import Id, WholeNumber
from contracts.message import Message, of
from contracts.rulebook.draft import LAYER_OFFICE


class Act(StrEnum):
    """How an edition came about: by the operator's hand, by adoption of a draft, or by a derogation granted."""

    PUBLISHED = "published"
    ADOPTED = "adopted"
    GRANTED = "granted"


class ListEditions(Message):
    """Ask what the layers over the asker's school have said, the latest first."""


class LayerEdition(Message):
    """One edition of one layer. `first_change` is the first day on which it differs from the one before.

    `by` is who adopted or granted it, `authors` who wrote it; `reason` why it reaches back, or what was granted.
    """

    layer: str
    version: int
    act: Act
    published_at: datetime
    by: str | None = of(Id(), default=None)
    authors: tuple[str, ...] = of(fields.List(Id()), default=())
    reason: str = ""
    first_change: date | None = None


class LayerEditions(Message):
    """The latest fifty."""

    editions: tuple[LayerEdition, ...]


class ReadDocument(Message):
    """Ask for a layer over the asker's school as a document; without `version` as it is in force."""

    layer: str
    version: int | None = of(WholeNumber(least=1), default=None)


class DocumentLine(Message):
    """One row as a sentence, or, where it `grants`, one derogation."""

    about: str
    matter: str
    norm: str
    title: str
    sentence: str
    effective_from: date
    effective_to: date | None = None
    clause: str
    source: str
    grants: bool = False


class LayerDocument(Message):
    """The layer as YAML, ready to be read again, and line by line."""

    layer: str
    version: int
    document: str
    lines: tuple[DocumentLine, ...] = ()


EDITIONS = Call(service="rulebook", method="editions", ask=ListEditions, answer=LayerEditions, allow=LAYER_OFFICE)
DOCUMENT = Call(service="rulebook", method="document", ask=ReadDocument, answer=LayerDocument, allow=EVERYONE)

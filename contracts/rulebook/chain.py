"""Chains of approval: who decides what in a school, step by step; published whole, version by version."""

from enum import StrEnum
from typing import Any

from marshmallow import fields

from contracts.event import Event
from contracts.fields import Id, WholeNumber
from contracts.message import of


class Affair(StrEnum):
    """What a chain decides: applications for basic care, or for clubs (E4)."""

    BASIC_CARE = "basic_care"
    CLUB = "club"


class ChainPublished(Event):
    """A school's chain for one affair, as of this version. Full state; a version that was published never changes.

    `definition` is a plain document as `engines.approval.document` reads it.
    """

    type = "rulebook.chain_published.v1"
    about = "chain_id"

    chain_id: str = of(Id())
    affair: str
    version: int = of(WholeNumber(least=1))
    definition: dict[str, Any] = of(fields.Dict())

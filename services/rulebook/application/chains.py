"""Chains: a school's chain of approval says something new, and every house that has cases hears the whole of it."""

from dataclasses import dataclass
from typing import Any

from contracts.rulebook.chain import ChainPublished
from engines.approval import Definition, definition_to_plain
from services.rulebook.application.unit import Unit
from services.rulebook.domain.chain import Chain, chain_definition


@dataclass(frozen=True, kw_only=True)
class ChainText:
    """A document of a definition, and the affair it is for."""

    affair: str
    plain: Any


def publish_chain(unit: Unit, text: ChainText) -> Chain:
    """Let the document be the school's chain for the affair; where it stands already, nobody is told anything.

    Raises DefinitionUnreadable, ChainUnfit.
    """
    standing = unit.take_chain(text.affair)
    definition = chain_definition(text.affair, text.plain, standing.version + 1)
    if standing.says(definition):
        return standing
    return follow_chain(unit, standing, definition)


def follow_chain(unit: Unit, standing: Chain, definition: Definition) -> Chain:
    """Let the definition stand in place of what stood, and have every house told. Raises ChainUnfit."""
    chain = standing.followed_by(definition)
    unit.keep_chain(chain)
    unit.emit(ChainPublished(
        chain_id=chain.chain_id, affair=chain.affair, version=chain.version, definition=definition_to_plain(definition),
    ))
    return chain

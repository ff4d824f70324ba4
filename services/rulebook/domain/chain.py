"""Chain: who decides an affair of a school, as a definition of its approvals; a later version replaces it whole."""

from dataclasses import dataclass
from typing import Any

from engines.approval import Definition, definition_from_plain, definition_to_plain, flaws

AFFAIRS = ("basic_care", "club")
GROUPS = frozenset({
    "guardian", "head_teacher", "grade_lead", "academic_office", "after_school_office", "principal",
})  # fmt: skip
"""Who may be asked to decide: posts of a school, and a child's family."""
FACTS = {"applied_by": str, "basic_care_days": int, "clubs": int}
"""What an application says of itself, for a step to be left out by."""


class ChainUnfit(Exception):
    """A chain with flaws; each is said in words that tell what would be right."""

    def __init__(self, words: tuple[str, ...]):
        self.words = words
        super().__init__(" ".join(words))


@dataclass(frozen=True, kw_only=True)
class Chain:
    """Version 0 says nothing and was never published. A definition's key is its affair."""

    chain_id: str
    affair: str
    version: int
    definition: Definition | None = None

    def says(self, definition: Definition) -> bool:
        """Say whether publishing this would change nothing but a number."""
        standing = self.definition
        return standing is not None and definition_to_plain(standing) == definition_to_plain(definition)

    def followed_by(self, definition: Definition) -> "Chain":
        """Return the version that replaces this one. Raises ChainUnfit."""
        found = flaws(definition, GROUPS, FACTS)
        if found:
            raise ChainUnfit(tuple(flaw.words for flaw in found))
        return Chain(
            chain_id=self.chain_id, affair=self.affair, version=self.version + 1, definition=definition,
        )


def chain_definition(affair: str, plain: Any, version: int) -> Definition:
    """Return the definition of this version that a document describes for the affair. Raises DefinitionUnreadable."""
    return definition_from_plain({**plain, "key": affair} if isinstance(plain, dict) else plain, version)

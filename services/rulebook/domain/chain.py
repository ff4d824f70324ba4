"""Chain: who decides an affair of a school, as a definition of its approvals; a later version replaces it whole."""

from dataclasses import dataclass, replace
from typing import Any

from engines.approval import Definition, Flaw, Step, definition_from_plain, definition_to_plain, flaws

GROUPS = frozenset({
    "guardian", "head_teacher", "grade_lead", "academic_office", "after_school_office", "principal",
})  # fmt: skip
"""Who may be asked to decide: posts of a school, and a child's family."""
FACTS = {"applied_by": str, "basic_care_days": int, "clubs": int}
"""What an application says of itself, for a step to be left out by."""
OVERSEERS = ("academic_office", "after_school_office")


class ChainUnfit(Exception):
    """A chain with flaws; each is said in words that tell what would be right."""

    def __init__(self, words: tuple[str, ...]):
        self.words = words
        super().__init__(" ".join(words))


@dataclass(frozen=True, kw_only=True)
class Chain:
    """Version 0 says nothing and was never published. A definition's key is its affair.

    `draft` is what it is to be, after so many changes: `sequence`, 0 where there is none.
    """

    chain_id: str
    affair: str
    version: int
    definition: Definition | None = None
    sequence: int = 0
    draft: Definition | None = None

    @property
    def working(self) -> Definition:
        """Return the draft, or what stands where there is none; a chain without steps at the very beginning."""
        empty = Definition(key=self.affair, version=0, title="审批流程", steps=(), overseers=OVERSEERS)
        return self.draft or self.definition or empty

    def says(self, definition: Definition) -> bool:
        """Say whether publishing this would change nothing but a number."""
        standing = self.definition
        return standing is not None and definition_to_plain(standing) == definition_to_plain(definition)

    def followed_by(self, definition: Definition) -> "Chain":
        """Return the version that replaces this one, and its draft. Raises ChainUnfit."""
        if found := flaws_of(definition):
            raise ChainUnfit(tuple(flaw.words for flaw in found))
        version = self.version + 1
        return Chain(
            chain_id=self.chain_id, affair=self.affair, version=version,
            definition=replace(definition, version=version),
        )

    def drafted(self, definition: Definition) -> "Chain":
        """Return the chain with this as what it is to be."""
        return replace(self, draft=definition, sequence=self.sequence + 1)


def flaws_of(definition: Definition) -> tuple[Flaw, ...]:
    """Return everything that is wrong with a chain of a school."""
    return flaws(definition, GROUPS, FACTS)


def chain_definition(affair: str, plain: Any, version: int) -> Definition:
    """Return the definition of this version that a document describes for the affair. Raises DefinitionUnreadable."""
    return definition_from_plain({**plain, "key": affair} if isinstance(plain, dict) else plain, version)


def with_step(definition: Definition, step: Step, place: int | None) -> Definition:
    """Return it with the step in place of the one there, from 1, which lends its key, or as one more at the end."""
    steps = list(definition.steps)
    if place is None:
        steps.append(replace(step, key=_free_key(definition)))
    else:
        steps[place - 1] = replace(step, key=steps[place - 1].key)
    return replace(definition, steps=tuple(steps))


def moved_up(definition: Definition, place: int) -> Definition:
    """Return it with the step of this place, from 2, before the one it came after."""
    steps = list(definition.steps)
    steps[place - 2 : place] = steps[place - 1], steps[place - 2]
    return replace(definition, steps=tuple(steps))


def without_step(definition: Definition, place: int) -> Definition:
    """Return it without the step of this place, from 1."""
    return replace(definition, steps=definition.steps[: place - 1] + definition.steps[place:])


def _free_key(definition: Definition) -> str:
    taken = {step.key for step in definition.steps}
    return next(key for number in range(1, len(taken) + 2) if (key := f"step_{number}") not in taken)

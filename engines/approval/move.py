"""Move: cases go over from one version of their definition to another, by a map of steps; on record, never silently."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from engines.approval.altered import altered
from engines.approval.case import Case
from engines.approval.definition import Definition
from engines.approval.entering import enter
from engines.approval.flaws import Flaw
from engines.approval.happening import Happening, What
from engines.approval.refused import Refused, Why
from engines.approval.step import Step
from engines.approval.turn import Turn
from engines.approval.world import World


@dataclass(frozen=True, kw_only=True)
class Move:
    """`becomes`: the key of each old step, and of the new one in whose place its cases go on."""

    old: Definition
    new: Definition
    becomes: Mapping[str, str]

    def flaws(self) -> tuple[Flaw, ...]:
        """Return everything that is wrong with it: no case is moved into nowhere."""
        found = {step: self._flaw(step) for step in self.old.steps}
        return tuple(Flaw(step=step.key, words=words) for step, words in found.items() if words)

    def carry(self, case: Case, actor: str, now: datetime, world: World) -> tuple[Case, tuple[Happening, ...]]:
        """Return the case under the new version, and what happened; done to a copy, it is the trial of the move.

        Where the new step asks the same people in the same way, what they have begun and signed stays; elsewhere the
        step begins anew. Raises Refused: then nothing has happened.
        """
        assert not self.flaws() and (case.definition, case.version) == (self.old.key, self.old.version)
        if case.ended:
            raise Refused(Why.ENDED)
        turn = Turn(definition=self.new, actor=actor, now=now, world=world)
        turn.tell(What.MIGRATED, case, to=str(self.new.version))
        carried = altered(case, version=self.new.version)
        if case.step is not None:
            there = self.new.step(self.becomes[case.step])
            carried = altered(carried, step=there.key)
            if not _asks_alike(self.old.step(case.step), there):
                carried = enter(turn, carried, self.new.steps.index(there))
        return carried, tuple(turn.told)

    def _flaw(self, step: Step) -> str | None:
        if step.key not in self.becomes:
            return f"“{step.name}”没有写对应新流程的哪一步，请选一步。"
        if self.new.place(self.becomes[step.key]) is None:
            return f"新流程里没有“{self.becomes[step.key]}”这一步，请从列出的步骤里选。"
        return None


def _asks_alike(one: Step, other: Step) -> bool:
    return (one.groups, one.users, one.completion) == (other.groups, other.users, other.completion)

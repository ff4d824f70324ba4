"""Turn: one action being carried out: by whom, when, in which world, and what has happened of it so far."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from engines.approval.case import Case
from engines.approval.definition import Definition
from engines.approval.happening import Happening, What
from engines.approval.refused import Refused, Why
from engines.approval.task import Task
from engines.approval.world import World


@dataclass(frozen=True, kw_only=True)
class Turn:
    """`told` grows as the action is carried out; nobody else sees it before."""

    definition: Definition
    actor: str
    now: datetime
    world: World
    told: list[Happening] = field(default_factory=list)

    def tell(
        self, what: What, case: Case, task: Task | None = None, *, to: str | None = None, comment: str = ""
    ) -> None:
        """Add a line to the case's history."""
        self.told.append(Happening(
            what=what, actor=self.actor, at=self.now, step=case.step, task=task.number if task else None, to=to,
            comment=comment, instead_of=self._instead_of(task),
        ))

    def oversees(self) -> bool:
        """Say whether the actor looks after cases of this definition."""
        return self.actor in self.world.people(self.definition.overseers, ())

    def open_task(self, case: Case, number: int) -> Task:
        """Return the task, which waits, whoever it waits for. Raises Refused."""
        task = _task(case, number)
        if not task.open:
            raise Refused(Why.TASK_DECIDED)
        return task

    def task_of(self, case: Case, number: int) -> Task:
        """Return the task, which waits and is in the actor's hand, or might be. Raises Refused."""
        task = _task(case, number)
        self.refuse_barred(case, self.actor)
        if task.owner == self.actor:
            raise Refused(Why.WITH_DELEGATE)
        if not self._may_act_on(task):
            raise Refused(Why.CLAIMED_BY_ANOTHER if task.assignee and self._could_claim(task) else Why.NOT_YOURS)
        return self.open_task(case, number)

    def may_have(self, case: Case, people: Iterable[str]) -> frozenset[str]:
        """Return those of them who are not barred from deciding at the case's step."""
        return frozenset(people) & case.own if self._by_family(case) else frozenset(people) - case.own

    def refuse_barred(self, case: Case, person: str) -> None:
        """Raise Refused for whoever may not decide at the case's step, whatever groups they are in."""
        by_family = self._by_family(case)
        if (person in case.own) is not by_family:
            raise Refused(Why.FAMILY_ONLY if by_family else Why.OWN_CASE)

    def _by_family(self, case: Case) -> bool:
        return case.step is not None and self.definition.step(case.step).by_family

    def task_to_decide(self, case: Case, number: int) -> Task:
        """Return the task, whose decision is the actor's: they do not only prepare it. Raises Refused."""
        task = self.task_of(case, number)
        if task.owner is not None:
            raise Refused(Why.WITH_DELEGATE)
        return task

    def _may_act_on(self, task: Task) -> bool:
        if task.assignee is None:
            return self._could_claim(task)
        return self.actor in self.world.those_who_act([task.assignee])

    def _could_claim(self, task: Task) -> bool:
        return self.actor in self.world.those_who_act(self.world.people(task.groups, task.users))

    def _instead_of(self, task: Task | None) -> str | None:
        if task is None or not self.world.stand_ins:
            return None
        meant = [task.assignee] if task.assignee else sorted(self.world.people(task.groups, task.users))
        if self.actor in meant:
            return None
        return next((person for person in meant if self.world.stand_ins.get(person) == self.actor), None)


def _task(case: Case, number: int) -> Task:
    task = case.task(number)
    if task is None:
        raise Refused(Why.NO_SUCH_TASK)
    return task

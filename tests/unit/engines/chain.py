"""Chain: a school's way of deciding, walked in tests: class, school, principal, with everything else filled in."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from engines.approval import (
    Case,
    Comparison,
    Completion,
    Condition,
    Definition,
    Mode,
    Refused,
    Start,
    State,
    Step,
    World,
    advance,
)

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
MOTHER, FATHER = "妈妈", "爸爸"
CLASS_TEACHER, OFFICE, DEPUTY, PRINCIPAL = "班主任", "教导处甲", "教导处乙", "校长"
BASIC_CARE_ALONE = Condition(fact="clubs", comparison=Comparison.IS, value=0)
CLASS = Step(key="class", name="班级审核", groups=("class_teacher",), due_days=2)
SCHOOL = Step(key="school", name="学校复审", groups=("academic_office",))
HEAD = Step(key="principal", name="校长审定", groups=("principal",), skip_if=(BASIC_CARE_ALONE,))
BY_ALL, BY_HALF = Completion(mode=Mode.ALL), Completion(mode=Mode.RATIO, percent=50)
MEMBERS = {
    "class_teacher": frozenset({CLASS_TEACHER}),
    "academic_office": frozenset({OFFICE, DEPUTY}),
    "principal": frozenset({PRINCIPAL}),
}


def weekdays_later(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


class Way:
    """One case and its history; `does` raises Refused, `refuses` returns why."""

    def __init__(self, *steps: Step, members=None, stand_ins=None, **facts):
        self.now = NOW
        self.definition = Definition(
            key="care", version=1, steps=steps or (CLASS, SCHOOL, HEAD), overseers=("academic_office",)
        )
        self.world = World(members={**MEMBERS, **(members or {})}, due=weekdays_later, stand_ins=stand_ins or {})
        parents = frozenset({MOTHER, FATHER})
        self.case = Case(definition="care", version=1, applicants=parents, own=parents, facts={"clubs": 1, **facts})
        self.history = []
        self.does(MOTHER, Start())

    def does(self, actor, action):
        self.case, told = advance(self.definition, self.case, action, actor, self.now, self.world)
        self.history += told
        return self

    def on(self, month, day):
        """Go on on another day."""
        self.now = self.now.replace(month=month, day=day)
        return self

    def refuses(self, actor, action):
        before = self.case
        with pytest.raises(Refused) as refused:
            self.does(actor, action)
        assert self.case == before
        return refused.value.why

    def members(self, **groups):
        self.world = replace(self.world, members={**self.world.members, **groups})

    def done_by(self, actor, action_of, **stated):
        """Do it to the task that the actor has, or else to the first that waits."""
        waiting = [task for task in self.case.tasks if task.open]
        mine = [task for task in waiting if task.assignee == actor] or waiting
        return self.does(actor, action_of(task=mine[0].number, **stated))

    def task_of(self, person):
        """Return the number of the task that the person has."""
        return next(task.number for task in self.case.tasks if task.assignee == person)

    @property
    def at(self):
        return self.case.step

    @property
    def state(self) -> State:
        return self.case.state

    @property
    def told(self):
        return [str(line.what) for line in self.history]

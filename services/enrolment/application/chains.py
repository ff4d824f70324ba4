"""Chains: cases of applications with what it takes to move them: definitions, who is in which group, the days."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from contracts.actor import Actor
from engines.approval import (
    Action,
    Changed,
    Definition,
    Held,
    Refused,
    Task,
    World,
    advance,
    key_of,
    tasks_for,
    tasks_to_prepare,
)
from engines.schooldays import SchoolCalendar
from services.enrolment.application.calendar import school_calendar
from services.enrolment.application.unit import Unit
from services.enrolment.domain.days import school_days_later
from services.enrolment.domain.posts import FAMILY, post

Members = Mapping[str, frozenset[str]]


@dataclass(frozen=True, kw_only=True)
class Chains:
    """`held` by case id; what is told of people holds now: whose affair a case is follows the child's family."""

    held: Mapping[str, Held]
    definitions: Mapping[tuple[str, int], Definition]
    members: Members
    stand_ins: Mapping[str, str]
    due: Callable[[date, int], date]
    now: datetime

    def definition(self, case_id: str) -> Definition:
        """Return the version that the case was begun under."""
        case = self.held[case_id].case
        return self.definitions[case.definition, case.version]

    def advanced(self, case_id: str, action: Action, actor: str) -> Changed:
        """Return what the action makes of the case. Raises Refused: then nothing has happened."""
        held = self.held[case_id]
        case, told = advance(self.definition(case_id), held.case, action, actor, self.now, self._world(held))
        return Changed(held=held, case=case, told=told, at=self.now)

    def allows(self, case_id: str, action: Action, actor: str) -> bool:
        """Say whether the action would be carried out."""
        try:
            self.advanced(case_id, action, actor)
        except Refused:
            return False
        return True

    def tasks_for(self, case_id: str, actor: str) -> tuple[Task, ...]:
        """Return the tasks of the case that the actor may decide now."""
        held = self.held[case_id]
        return tasks_for(self.definition(case_id), held.case, actor, self.now, self._world(held))

    def tasks_to_prepare(self, case_id: str, actor: str) -> tuple[Task, ...]:
        """Return the tasks of the case that a colleague has asked the actor to see first."""
        held = self.held[case_id]
        return tasks_to_prepare(self.definition(case_id), held.case, actor, self.now, self._world(held))

    def lent(self, case_id: str, actor: str) -> bool:
        """Say whether the actor has asked a colleague to see it first."""
        return any(task.open and task.owner == actor for task in self.held[case_id].case.tasks)

    def oversees(self, case_id: str, actor: str) -> bool:
        """Say whether the actor looks after the case, and so may move it from one hand into another."""
        held = self.held[case_id]
        return actor in self._world(held).people(self.definition(case_id).overseers, ())

    def signers(self, case_id: str) -> frozenset[str]:
        """Return who of those who each have to sign has not yet."""
        tasks = [task for task in self.held[case_id].case.tasks if task.open]
        return frozenset(task.assignee for task in tasks if task.assignee) if len(tasks) > 1 else frozenset()

    def deciders(self, case_id: str) -> frozenset[str]:
        """Return whom the case's step waits for: who may decide it, or prepare it; stand-ins of today included."""
        held = self.held[case_id]
        people = {person for task in held.case.tasks if task.open for person in self._asked(held, task)}
        return frozenset(
            person for person in people
            if self.tasks_for(case_id, person) or self.tasks_to_prepare(case_id, person)
        )

    def superiors(self, case_id: str) -> frozenset[str]:
        """Return who is told that the case's step is late."""
        held, definition = self.held[case_id], self.definition(case_id)
        groups = definition.step(held.case.step).superiors if held.case.step else ()
        return self._world(held).people(groups, ()) - held.case.own

    def _asked(self, held: Held, task: Task) -> frozenset[str]:
        world = self._world(held)
        people = frozenset({task.assignee}) if task.assignee else world.people(task.groups, task.users)
        return frozenset(world.those_who_act(people))

    def _world(self, held: Held) -> World:
        groups = groups_of(self.definition(held.case_id))
        members = {group: self.members.get(key_of(group, held.places.get(group)), frozenset()) for group in groups}
        return World(members=members, due=self.due, stand_ins=self.stand_ins)


def chains_of(unit: Unit, held: Sequence[Held]) -> Chains:
    """Return these cases with what it takes to move them, in as many queries for fifty as for one."""
    definitions = unit.definitions({(one.case.definition, one.case.version) for one in held})
    names = {
        key_of(group, one.places.get(group))
        for one in held
        for group in (*groups_of(definitions[one.case.definition, one.case.version]), FAMILY)
    }
    members = _as_vouched(unit.actor, unit.members(names), names)
    return Chains(
        held={one.case_id: _of_family(one, members) for one in held}, definitions=definitions, members=members,
        stand_ins=stand_ins_of(unit), due=_school_days(unit), now=unit.local_now,
    )


def _school_days(unit: Unit) -> Callable[[date, int], date]:
    """Return what counts school days; the calendar is read once something is due."""

    @cache
    def calendar() -> SchoolCalendar | None:
        published = unit.calendar()
        return school_calendar(published) if published else None

    def due(day: date, count: int) -> date:
        return school_days_later(calendar(), day, count)

    return due


def posts_of(actor: Actor) -> frozenset[str]:
    """Return under which names what the actor holds in the school is found, as directory vouches now."""
    return frozenset(
        post(one.role, class_id=one.class_id, grade=one.grade, pupil_id=one.pupil_id) for one in actor.grants
    )


def _as_vouched(actor: Actor | None, members: Members, names: Collection[str]) -> Members:
    """Of the actor's posts holds what directory vouches, for events may be late; a family is who either says it is."""
    if actor is None:
        return members
    own, actors = posts_of(actor), frozenset({actor.person_id})
    return {
        name: members.get(name, frozenset()) | actors if name in own
        else members.get(name, frozenset()) - (frozenset() if name.startswith(FAMILY) else actors)
        for name in names
    }


def stand_ins_of(unit: Unit) -> Mapping[str, str]:
    """Return who decides for whom today."""
    agreed = (one for one in unit.stand_ins() if one.first <= unit.today <= one.last)
    return {one.person_id: one.stand_in_id for one in agreed}


def groups_of(definition: Definition) -> frozenset[str]:
    """Return every group that a definition may ask for."""
    asked = (group for step in definition.steps for group in (*step.groups, *step.fallback, *step.superiors))
    return frozenset((*asked, *definition.overseers))


def _of_family(held: Held, members: Members) -> Held:
    """The case is the affair of who are the child's guardians now, and of whoever applied."""
    family = held.case.own | members.get(key_of(FAMILY, held.places.get(FAMILY)), frozenset())
    return replace(held, case=replace(held.case, own=family, applicants=held.case.applicants | family))

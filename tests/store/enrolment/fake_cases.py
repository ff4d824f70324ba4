"""Fake cases: chains and what goes their way, in memory."""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from contracts.enrolment.offering import OfferingKind
from contracts.enrolment.part import ApplicationState
from engines.approval import definition_from_plain
from services.enrolment.domain.refused import Refused


@dataclass
class CaseState:
    """All that is kept of chains and cases; `waiting` is (since when, case, task) by name."""

    chains: dict[tuple[str, int], Any] = field(default_factory=dict)
    staff: dict[str, tuple[str, tuple[str, ...], int]] = field(default_factory=dict)
    guardians: dict[str, tuple[tuple[str, ...], int]] = field(default_factory=dict)
    stand_ins: dict[str, Any] = field(default_factory=dict)
    parts: dict[tuple[str, str], str] = field(default_factory=dict)
    cases: dict[str, Any] = field(default_factory=dict)
    begun_at: dict[tuple[str, int], Any] = field(default_factory=dict)
    histories: dict[str, tuple[Any, ...]] = field(default_factory=dict)


class FakeCases:
    """The part of a fake unit that knows chains and cases."""

    state: Any
    actor: Any
    school_id: str

    def hold_chains(self):
        pass

    def keep_chain(self, affair, version, definition):
        self.state.of_cases.chains.setdefault((affair, version), definition_from_plain(definition, version))

    def chain(self, affair):
        versions = [version for known, version in self.state.of_cases.chains if known == affair]
        return self.state.of_cases.chains[affair, max(versions)] if versions else None

    def definitions(self, versions):
        return {one: self.state.of_cases.chains[one] for one in versions}

    def keep_staff(self, grant_list_id, person_id, posts, sequence):
        if self.state.of_cases.staff.get(grant_list_id, (None, (), 0))[2] < sequence:
            self.state.of_cases.staff[grant_list_id] = (person_id, tuple(posts), sequence)

    def keep_guardians(self, pupil_id, guardian_ids, sequence):
        if self.state.of_cases.guardians.get(pupil_id, ((), 0))[1] < sequence:
            self.state.of_cases.guardians[pupil_id] = (tuple(guardian_ids), sequence)

    def members(self, posts):
        found = {name: set() for name in posts}
        for person_id, held, _ in self.state.of_cases.staff.values():
            for name in set(held) & set(posts):
                found[name].add(person_id)
        for pupil_id, (guardian_ids, _) in self.state.of_cases.guardians.items():
            if f"guardian@{pupil_id}" in found:
                found[f"guardian@{pupil_id}"].update(guardian_ids)
        return {name: frozenset(people) for name, people in found.items()}

    def holders_of(self, roles):
        held = self.state.of_cases.staff.values()
        return frozenset(p for p, posts, _ in held if {post.partition("@")[0] for post in posts} & set(roles))

    def posts_held(self, person_ids):
        return sorted({post for p, posts, _ in self.state.of_cases.staff.values() if p in person_ids for post in posts})

    def stand_ins(self):
        return tuple(self.state.of_cases.stand_ins.values())

    def keep_stand_in(self, agreed):
        self.state.of_cases.stand_ins[agreed.person_id] = agreed

    def drop_stand_in(self, person_id):
        self.state.of_cases.stand_ins.pop(person_id, None)

    def give_cases(self, rows):
        for application_id, kind, case_id in rows:
            self.state.of_cases.parts[application_id, kind] = case_id

    def keep_parts(self, rows):
        for application_id, kind, state in rows:
            application = self.state.applications[application_id]
            parts = tuple(replace(p, state=ApplicationState(state)) if p.kind == kind else p for p in application.parts)
            self.state.applications[application_id] = replace(application, parts=parts)

    def keep_grounds(self, rows):
        for application_id, kind, ground in rows:
            application = self.state.applications[application_id]
            parts = tuple(replace(p, ground=ground) if p.kind == kind else p for p in application.parts)
            self.state.applications[application_id] = replace(application, parts=parts)

    def refused(self):
        counted = []
        for programme in sorted(self.state.of_programmes.programmes.values(), key=_latest_first):
            if programme.state == "announced":
                grounds = Counter(self._grounds_of(programme.term)) or {None: 0}
                counted += [
                    Refused(school_id=self.school_id, term=programme.term, ground=ground, times=times)
                    for ground, times in sorted(grounds.items())
                ]
        return counted

    def refused_in_district(self):
        return [] if self.actor.school_id else self.refused()

    def _grounds_of(self, term):
        applied = (one for one in self.state.applications.values() if one.term == term)
        return [p.ground for one in applied for p in one.parts if p.state is ApplicationState.REJECTED and p.ground]

    def cases_of(self, application_ids):
        found = {application_id: {} for application_id in application_ids}
        for (application_id, kind), case_id in sorted(self.state.of_cases.parts.items()):
            if application_id in found:
                found[application_id][OfferingKind(kind)] = case_id
        return found

    def applications_of(self, case_ids):
        return {
            case_id: (self.application(application_id), OfferingKind(kind))
            for (application_id, kind), case_id in self.state.of_cases.parts.items() if case_id in case_ids
        }

    def without_case(self, kind):
        return [
            (self.application(one.application_id), self.child(one.pupil_id))
            for one in self.state.applications.values()
            for part in one.parts
            if (part.kind, part.state) == (kind, "submitted")
            and (one.application_id, kind) not in self.state.of_cases.parts
        ]

    def waiting_for(self, names, before):
        of_case = {case_id: application_id for (application_id, _), case_id in self.state.of_cases.parts.items()}
        waiting = sorted(
            (self.state.of_cases.begun_at[case_id, task.number], case_id, task.number)
            for case_id, held in self.state.of_cases.cases.items()
            for task in held.case.tasks if task.open and held.waited_for(task) & set(names)
        )
        marks = [mark for mark in waiting if of_case[mark[1]] == before]
        after = [mark for mark in waiting if not marks or mark > marks[0]][:50]
        return tuple(map(self.application, dict.fromkeys(of_case[case_id] for _, case_id, _ in after)))

    def begin(self, cases):
        for one in cases:
            self.state.of_cases.cases[one.case_id] = one
            self.state.of_cases.histories[one.case_id] = ()

    def in_hand(self, case_ids):
        return tuple(self.state.of_cases.cases[case_id] for case_id in sorted(case_ids))

    look_at = in_hand

    def keep(self, changed):
        for one in changed:
            held = self.state.of_cases.cases[one.held.case_id]
            assert held.changes == one.held.changes
            after = replace(one.case, own=held.case.own, applicants=held.case.applicants)
            self.state.of_cases.cases[one.held.case_id] = replace(
                held, case=after, changes=held.changes + 1, lines=held.lines + len(one.told)
            )
            self.state.of_cases.histories[one.held.case_id] += one.told
            for task in one.new():
                self.state.of_cases.begun_at.setdefault((one.held.case_id, task.number), one.at)

    def histories(self, case_ids):
        return {case_id: self.state.of_cases.histories[case_id] for case_id in case_ids}

    def go_elsewhere(self, held):
        for one in held:
            standing = self.state.of_cases.cases[one.case_id]
            self.state.of_cases.cases[one.case_id] = replace(standing, places=one.places)

    def ringing(self, today):
        return tuple(
            (case_id, task.number)
            for case_id, held in sorted(self.state.of_cases.cases.items())
            for task in held.case.tasks if task.rings_on and task.rings_on <= today
        )

    def forget_cases_of(self, application_ids):
        for (application_id, kind), case_id in list(self.state.of_cases.parts.items()):
            if application_id in application_ids:
                del self.state.of_cases.parts[application_id, kind]
                del self.state.of_cases.cases[case_id]
                del self.state.of_cases.histories[case_id]


def _latest_first(programme):
    return -programme.first_day.toordinal(), programme.term

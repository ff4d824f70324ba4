"""Approving: a school whose cases are in PostgreSQL, its chain, and the people of it."""

from engines.approval import Case, Definition, Overdue, Start, Step, World, advance
from engines.approval.held import Changed, Held
from plumbing import clock
from plumbing.approvals.cases import Cases
from plumbing.ids import new_id
from plumbing.scope import Scope
from tests.unit.engines.chain import weekdays_later

MOTHER, HEAD, OTHER_HEAD, OFFICE, COLLEAGUE = (new_id() for _ in range(5))
THREE_TWO, FOUR_ONE = new_id(), new_id()
CLASS = Step(
    key="class", name="班级审核", groups=("head_teacher",), due_days=2, remind_days=1, overdue=Overdue.NOTIFY,
    superiors=("academic_office",),
)  # fmt: skip
SCHOOL = Step(key="school", name="学校复核", groups=("academic_office", "after_school_office"))
CHAIN = Definition(key="care", version=1, steps=(CLASS, SCHOOL), overseers=("academic_office",))
MEMBERS = {
    "head_teacher": frozenset({HEAD}), "academic_office": frozenset({OFFICE, COLLEAGUE}),
    "after_school_office": frozenset({OFFICE}),
}  # fmt: skip
WORLD = World(members=MEMBERS, due=weekdays_later, stand_ins={})
FRIDAY = clock.now().replace(year=2026, month=11, day=20, hour=1)


def done_to(held, actor, action, now=FRIDAY):
    """Return what becomes of cases that are held when somebody does the same to each."""
    changed = []
    for one in held:
        after, told = advance(CHAIN, one.case, action, actor, now, WORLD)
        changed.append(Changed(held=one, case=after, told=told, at=now))
    return changed


class School:
    """One school's cases in a database that others use too; each act is a transaction."""

    def __init__(self, database):
        self.database, self.scope = database, Scope(district_id=new_id(), school_id=new_id())

    def in_one(self, act):
        with self.database.begin(self.scope) as connection:
            return act(Cases(connection, scope=self.scope, request_id="test"))

    def begin(self, class_id=THREE_TWO, now=FRIDAY, **facts):
        """Return the id of a new case, begun by the mother."""
        return self.begin_many(1, class_id, now, **facts)[0]

    def begin_many(self, count, class_id=THREE_TWO, now=FRIDAY, **facts):
        """Return the ids of so many new cases, begun by the mother at once."""
        case_ids = [new_id() for _ in range(count)]
        family = frozenset({MOTHER})
        case = Case(definition="care", version=1, applicants=family, own=family, facts=facts)
        begun = [Held(case_id=case_id, case=case, places={"head_teacher": class_id}) for case_id in case_ids]
        self.in_one(lambda cases: cases.begin(begun))
        self.does(MOTHER, Start(), *case_ids, now=now)
        return case_ids

    def does(self, actor, action, *case_ids, now=FRIDAY):
        """Let somebody do the same to several cases at once; return the cases."""
        def act(cases):
            changed = done_to(cases.in_hand(case_ids), actor, action, now)
            cases.keep(changed)
            return [one.case for one in changed]

        return self.in_one(act)

    def case(self, case_id):
        return self.in_one(lambda cases: cases.in_hand([case_id])[0].case)

    def inbox(self, *names, after=None):
        return self.in_one(lambda cases: cases.inbox(names, after))

    def ringing(self, today):
        return self.in_one(lambda cases: cases.ringing(today))

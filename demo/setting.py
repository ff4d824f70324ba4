"""Setting: the homework of one class on one day, drawn from the tasks its teachers may set and below every cap (H1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property

from contracts.actor import Role
from demo.chance import Chance, chance
from demo.ids import an_id_at
from demo.people import School, SchoolClass
from demo.pieces import ClassDay, Piece
from demo.tasks import Task, how_often, tasks
from plumbing.clock import SCHOOL_PLACE


@dataclass(frozen=True, kw_only=True)
class Setting:
    """`published_on` is the date on which its teachers put it up, between three and four in the afternoon."""

    district_id: str
    school: School
    a_class: SchoolClass
    day: date
    published_on: date

    def drawn(self, share: float) -> Iterator[Piece]:
        """Yield what chance sets on this day; `share` of 1 is a whole day's work."""
        luck = chance("homework", self.a_class.class_id, self.day)
        so_far = ClassDay(caps=self.school.plan.caps_of(self.a_class.grade))
        for subject in self._teachers:
            if luck.random() < how_often(subject) * share and (fitting := self._fitting(subject, so_far)):
                task = luck.choice(fitting)
                minutes = luck.choice([m for m in task.minutes if m <= so_far.room(task.kind, task.place, m)])
                so_far.take(task.kind, task.place, minutes)
                yield self.piece(task, minutes, luck)

    def piece(self, task: Task, minutes: int, luck: Chance) -> Piece:
        """Return the task as a piece of this class and day."""
        at = time(15, luck.randint(0, 59), luck.randint(0, 59))
        published_at = datetime.combine(self.published_on, at, SCHOOL_PLACE)
        return Piece(
            assignment_id=an_id_at(published_at, self.a_class.class_id, self.day, task.subject, task.text),
            district_id=self.district_id,
            school_id=self.school.school_id,
            class_id=self.a_class.class_id,
            teacher_id=self._teachers[task.subject],
            subject=task.subject,
            day=self.day,
            kind=task.kind,
            place=task.place,
            minutes=minutes,
            content=task.worded(luck),
            published_at=published_at,
        )

    def _fitting(self, subject: str, so_far: ClassDay) -> list[Task]:
        plan = self.school.plan
        return [
            task for task in tasks(subject, self.a_class.grade)
            if (task.place == "school" or plan.lets_home(subject, task.kind))
            and so_far.room(task.kind, task.place, task.minutes[0]) >= task.minutes[0]
        ]

    @cached_property
    def _teachers(self) -> dict[str, str]:
        """Who teaches each subject of the class."""
        return {
            grant.subject: colleague.person.person_id
            for colleague in self.school.staff for grant in colleague.grants
            if (grant.role, grant.class_id) == (Role.TEACHER, self.a_class.class_id) and grant.subject
        }

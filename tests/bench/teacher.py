"""Teacher: one client of the publish bench, with a class of their own and drafts without end."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import cycle

from contracts.actor import Actor
from contracts.homework.assignment import Kind, Place, PublishHomework
from services.homework.domain.window import DAYS_AHEAD


@dataclass(kw_only=True)
class Teacher:
    """`login` is the account's name in directory."""

    actor: Actor
    login: str
    today: date
    _days: cycle = field(default_factory=lambda: cycle(range(1, DAYS_AHEAD)))

    def next_draft(self):
        """Return a minute's reading at school for the day after the last one's: no cap ever refuses it."""
        (grant,) = self.actor.grants
        return PublishHomework(
            class_id=grant.class_id, subject=grant.subject, day=self.today + timedelta(days=next(self._days)),
            kind=Kind.READING, place=Place.SCHOOL, minutes=1, content="朗读第七课，把喜欢的句子读给同桌听",
        )

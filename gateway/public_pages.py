"""PublicPages: the pages a school shows to everybody, rendered once and kept until news touches what they show."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from contracts.directory.calendar import CalendarPublished
from contracts.directory.school import ClassOpened, School
from contracts.homework.assignment import HomeworkCorrected, HomeworkPublished, HomeworkWithdrawn
from contracts.received import Received
from contracts.rulebook.norms import NormsPublished
from gateway.public_page import PublicPage
from gateway.shelf import Shelf
from plumbing import clock

KEPT_SECONDS = 30.0
"""Classes, rules and calendars reach homework in their own time, and no event says when: after this at the latest."""
MOST_PAGES = 256


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What a page shows: of which school, which days of homework (none: no homework), at which address, as of when."""

    district_id: str
    school_id: str
    address: str
    days: tuple[date, date] | None
    today: date


def subject(school: School, address: str, days: tuple[date, date] | None = None) -> Subject:
    """Return a subject of today."""
    return Subject(
        district_id=school.district_id, school_id=school.school_id, address=address, days=days, today=clock.today()
    )


class PublicPages(Shelf[Subject, PublicPage]):
    """`fresh` says whether news would have reached us by now."""

    def __init__(self, fresh: Callable[[], bool]):
        super().__init__(fresh=fresh, seconds=KEPT_SECONDS, most=MOST_PAGES)

    def hear(self, received: Received) -> None:
        """Drop what the news touches."""
        self.drop(lambda subject: _touched(subject, received))


def _touched(subject: Subject, received: Received) -> bool:
    match received.event:
        case HomeworkPublished(day=day) | HomeworkCorrected(day=day) | HomeworkWithdrawn(day=day):
            of_school = subject.school_id == received.school_id
            return of_school and subject.days is not None and subject.days[0] <= day <= subject.days[1]
        case ClassOpened():
            return subject.school_id == received.school_id
        case NormsPublished() | CalendarPublished():
            of_district = subject.district_id == received.district_id
            return of_district and received.school_id in (None, subject.school_id)
        case _:
            return False

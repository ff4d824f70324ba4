"""PublicPages: the pages a school shows to everybody, rendered once and kept until news touches what they show."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from contracts.actor import Actor
from contracts.directory.calendar import CalendarPublished
from contracts.directory.school import ClassOpened, School
from contracts.homework.assignment import HomeworkCorrected, HomeworkPublished, HomeworkWithdrawn
from contracts.received import Received
from contracts.rulebook.norms import NormsPublished
from gateway.language import Language, chosen
from gateway.public_page import PublicPage
from gateway.shelf import Shelf
from plumbing import clock

KEPT_SECONDS = 30.0
"""Classes, rules and calendars reach homework in their own time, and no event says when: after this at the latest."""
MOST_PAGES, MOST_ADDRESSES = 256, 2_000


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What a page shows: of which school, which days of homework (none: no homework), where, as of when, how said."""

    district_id: str
    school_id: str
    address: str
    days: tuple[date, date] | None
    today: date
    language: Language


def subject(school: School, address: str, days: tuple[date, date] | None = None) -> Subject:
    """Return a subject of today."""
    return Subject(
        district_id=school.district_id, school_id=school.school_id, address=address, days=days, today=clock.today(),
        language=chosen(),
    )


@dataclass(frozen=True, kw_only=True)
class Address:
    """Where a browser has asked, word for word, and in which language."""

    scheme: str
    host: str
    path: str
    query: str
    language: Language


@dataclass(frozen=True, kw_only=True)
class _Place:
    route: str
    subject: Subject


class PublicPages(Shelf[Subject, PublicPage]):
    """`fresh` says whether news would have reached us by now. Several addresses may lead to one page."""

    def __init__(self, fresh: Callable[[], bool]):
        super().__init__(fresh=fresh, seconds=KEPT_SECONDS, most=MOST_PAGES)
        self._places: OrderedDict[Address, _Place] = OrderedDict()

    def lead(self, address: Address, route: str, about: Subject) -> None:
        """Remember that the address leads to the page of the subject."""
        self._places[address] = _Place(route=route, subject=about)
        while len(self._places) > MOST_ADDRESSES:
            self._places.popitem(last=False)

    def at(self, address: Address) -> tuple[str, PublicPage] | None:
        """Return the page at hand for an address, and its route; None where it has to be found out or made."""
        place = self._places.get(address)
        if place is None or place.subject.today != clock.today():
            return None
        page = self.at_hand(place.subject)
        return (place.route, page) if page else None

    def drop_of(self, actor: Actor) -> None:
        """Drop what shows the actor's school; where they act for a district alone, every school of it."""
        self.drop(lambda subject: _of(subject, actor.district_id, actor.school_id))

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
            return _of(subject, received.district_id, received.school_id)
        case _:
            return False


def _of(subject: Subject, district_id: str | None, school_id: str | None) -> bool:
    return district_id in (None, subject.district_id) and school_id in (None, subject.school_id)

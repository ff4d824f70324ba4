"""The catalogue: every house, event, subscriber and call; topology, permissions and docs come from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from types import ModuleType
from typing import Any

from contracts.call import Call
from contracts.directory import (
    calendar,
    card,
    checkup,
    class_list,
    district_calendar,
    erasure,
    export,
    guardian,
    next_year,
    number,
    outside,
    own_calendar,
    own_password,
    own_sessions,
    people,
    post,
    pupil_list,
    readers,
    roster,
    school,
    second_factor,
    security,
    session,
    signing_out,
)
from contracts.enrolment import (
    application,
    approval,
    child_times,
    draw,
    fee,
    handing,
    many_offerings,
    offering,
    place,
    programme,
    refusals,
    stand_in,
)
from contracts.enrolment import roster as offering_roster
from contracts.event import Event
from contracts.homework import assignment, board, replay
from contracts.notify import message
from contracts.rulebook import adoption, chain, chain_draft, derogation, draft, edition, norm_checkup, norms, trying

HOUSES = ("directory", "rulebook", "homework", "enrolment", "notify")


@dataclass(frozen=True, kw_only=True)
class Subscription:
    """One durable queue of one house: which events it takes and how many it holds unacknowledged."""

    service: str
    purpose: str
    events: tuple[type[Event], ...]
    prefetch: int = 10

    @property
    def queue(self) -> str:
        """Return the queue's name, stable for ever: its arguments cannot be changed later."""
        return f"{self.service}.{self.purpose}"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An event of the catalogue: who publishes it, and since when."""

    event: type[Event]
    since: date


_FIRST = date(2026, 11, 22)

EVENTS = tuple(
    Entry(event=event, since=_FIRST)
    for event in (
        session.SessionEnded,
        school.ClassOpened,
        school.PupilPlaced,
        school.GuardianshipChanged,
        school.StaffGranted,
        erasure.PupilErased,
        calendar.CalendarPublished,
        norms.NormsPublished,
        chain.ChainPublished,
        assignment.HomeworkPublished,
        assignment.HomeworkCorrected,
        assignment.HomeworkWithdrawn,
        application.ApplicationSubmitted,
        approval.ApplicationReturned,
        approval.ApprovalDue,
        handing.ApplicationHanded,
        approval.ApplicationDecided,
        application.ApplicationWithdrawn,
        place.PlaceGiven,
        place.PlaceWaiting,
        place.PlaceReleased,
        programme.ProgrammeAnnounced,
        draw.DrawClosed,
        draw.DrawCommitted,
        message.MessageRead,
    )
)

HOMEWORK_FACTS = Subscription(
    service="homework", purpose="facts", events=(school.ClassOpened, calendar.CalendarPublished, norms.NormsPublished)
)
ENROLMENT_FACTS = Subscription(
    service="enrolment", purpose="facts",
    events=(
        school.ClassOpened, school.PupilPlaced, school.GuardianshipChanged, school.StaffGranted,
        calendar.CalendarPublished, norms.NormsPublished, chain.ChainPublished, erasure.PupilErased,
    ),
)
NOTIFY_FACTS = Subscription(
    service="notify", purpose="facts",
    events=(school.PupilPlaced, school.GuardianshipChanged, school.StaffGranted, erasure.PupilErased),
)
NOTIFY_MESSAGES = Subscription(
    service="notify",
    purpose="messages",
    events=(
        assignment.HomeworkPublished,
        assignment.HomeworkCorrected,
        assignment.HomeworkWithdrawn,
        application.ApplicationSubmitted,
        approval.ApplicationReturned,
        approval.ApprovalDue,
        handing.ApplicationHanded,
        approval.ApplicationDecided,
        place.PlaceGiven,
        place.PlaceWaiting,
        programme.ProgrammeAnnounced,
    ),
)

SUBSCRIPTIONS = (HOMEWORK_FACTS, ENROLMENT_FACTS, NOTIFY_FACTS, NOTIFY_MESSAGES)

GATEWAY_LISTENS = (
    session.SessionEnded,
    school.StaffGranted,
    school.GuardianshipChanged,
    school.PupilPlaced,
    school.ClassOpened,
    calendar.CalendarPublished,
    norms.NormsPublished,
    assignment.HomeworkPublished,
    assignment.HomeworkCorrected,
    assignment.HomeworkWithdrawn,
)
"""What each gateway process hears on a queue of its own that dies with it."""


def _calls_of(modules: Iterable[ModuleType]) -> tuple[Call[Any, Any], ...]:
    return tuple(value for module in modules for value in vars(module).values() if isinstance(value, Call))


CALLS = _calls_of((
    session, own_password, own_sessions, signing_out, second_factor, security, outside,
    people, school, class_list, pupil_list, readers, card, guardian, number, post, roster, next_year, erasure, export,
    calendar, own_calendar, district_calendar, checkup, norm_checkup,
    norms, draft, adoption, derogation, edition, trying, chain_draft,
    assignment, board, replay, application, approval, handing, stand_in, offering, programme, draw,
    refusals, fee, offering_roster, child_times, many_offerings, message,
))


def event_types() -> dict[str, type[Event]]:
    """Return every event class by its type."""
    return {entry.event.type: entry.event for entry in EVENTS}

"""Unit: what notify's use cases ask of their store, in the house's own words."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from contracts.actor import Actor
from contracts.event import Event
from contracts.notify.message import Inbox, InboxMessage, ReceiptCount
from services.notify.domain.announcement import Announcement


class Facts(Protocol):
    """Who is concerned by what, as directory announced it; each says whether it was news."""

    def keep_pupil(self, pupil_id: str, class_id: str | None, sequence: int) -> bool:
        """Let the pupil be in this class, or in none."""

    def keep_guardians(self, pupil_id: str, guardian_ids: Collection[str], sequence: int) -> bool:
        """Let these be the pupil's guardians."""

    def keep_leader(self, grant_list_id: str, person_id: str, class_ids: Collection[str], sequence: int) -> bool:
        """Let the person lead these classes."""


class Announcements(Protocol):
    """What happened, and telling it."""

    def announce(self, announcement_id: str, announcement: Announcement) -> None:
        """Keep the announcement and tell everybody whom it concerns, as far as they are known."""

    def tell_guardians(self, pupil_id: str, since: datetime) -> None:
        """Tell this pupil's guardians what concerns them since then and has not been told to them for this child."""

    def tell_leader(self, person_id: str, since: datetime) -> None:
        """Tell this person what concerns the classes they lead since then and has not been told to them."""

    def forget_pupil(self, pupil_id: str) -> None:
        """Let nothing be kept that was told of this pupil alone; messages of several children are of the others."""


class Messages(Protocol):
    """Messages, each seen by the one person it is for."""

    def inbox(self, before: str | None) -> Inbox:
        """Return the actor's messages, newest first, 50 before the message `before`, and how many are unread."""

    def mark_read(self, message_id: str) -> bool:
        """Let the actor's message be read since this moment; say whether it was unread and theirs."""

    def message(self, message_id: str) -> InboxMessage | None:
        """Return the actor's own message."""

    def count_receipts(self, about_ids: Collection[str]) -> tuple[ReceiptCount, ...]:
        """Return how many people were told about each of these things, and how many have read all they were told."""


class Unit(Facts, Announcements, Messages, Protocol):
    """One transaction of notify."""

    actor: Actor
    now: datetime

    def emit(self, event: Event) -> None:
        """Promise an event: it goes out if, and only if, this transaction commits."""

"""notify in memory: one message per guardian and cause, its receipt, and how many have read."""

from collections.abc import Iterable
from dataclasses import replace

from contracts.actor import Actor
from contracts.errors import NotFound
from contracts.notify import message as of
from plumbing import clock, ids
from tests.unit.gateway.houses import people as who

ONE_PAGE = 50


class Notify:
    """Messages by person, newest first."""

    def __init__(self) -> None:
        self.boxes: dict[str, list[of.InboxMessage]] = {}

    def tell_class(self, cause: str, about_id: str, class_id: str, facts: dict[str, str]) -> None:
        """Tell every guardian of the class once, siblings merged."""
        pupils = [pupil_id for pupil_id, (_, home) in who.PUPILS.items() if home == class_id]
        for person_id in dict.fromkeys(g for p in pupils for g in who.GUARDIANS[p]):
            own = [p for p in pupils if person_id in who.GUARDIANS[p]]
            self.tell(person_id, cause, about_id, own, facts)

    def tell(self, person_id: str, cause: str, about_id: str, pupils: Iterable[str], facts: dict[str, str]) -> None:
        """Put a message into a person's box."""
        told = of.InboxMessage(
            message_id=ids.new_id(), cause=cause, about_id=about_id, pupil_ids=tuple(pupils), facts=facts,
            sent_at=clock.now(),
        )
        self.boxes.setdefault(person_id, []).insert(0, told)

    def inbox(self, ask: of.ReadInbox, actor: Actor) -> of.Inbox:
        box = self.boxes.get(actor.person_id, [])
        seen = [m.message_id for m in box]
        start = seen.index(ask.before) + 1 if ask.before in seen else 0
        unread = sum(m.read_at is None for m in box)
        return of.Inbox(messages=tuple(box[start:start + ONE_PAGE]), unread=unread)

    def read(self, ask: of.ReadMessage, actor: Actor) -> of.InboxMessage:
        for m in self.boxes.get(actor.person_id, []):
            if m.message_id == ask.message_id:
                return m
        raise NotFound

    def mark_read(self, ask: of.MarkRead, actor: Actor) -> of.Receipt:
        box = self.boxes.get(actor.person_id, [])
        for place, m in enumerate(box):
            if m.message_id == ask.message_id:
                box[place] = m if m.read_at else replace(m, read_at=clock.now())
                return of.Receipt(message_id=m.message_id, read_at=box[place].read_at or clock.now())
        raise NotFound

    def receipts(self, ask: of.CountReceipts, _: Actor) -> of.ReceiptCounts:
        counts = [self._count(about_id) for about_id in ask.about_ids]
        return of.ReceiptCounts(counts=tuple(c for c in counts if c.told))

    def _count(self, about_id: str) -> of.ReceiptCount:
        about = {who_: [m for m in box if m.about_id == about_id] for who_, box in self.boxes.items()}
        told = [messages for messages in about.values() if messages]
        read = sum(any(m.read_at for m in messages) for messages in told)
        return of.ReceiptCount(about_id=about_id, told=len(told), read=read)

"""The inbox: one message per person and cause, its children as ids, and the receipt of having read it."""

from datetime import datetime

from marshmallow import fields

from contracts.actor import SIGNED_IN, STAFF
from contracts.call import Call
from contracts.event import Event
from contracts.fields import Id
from contracts.message import Message, of


class ReadInbox(Message):
    """Ask for one's own messages, newest first, one page of 50 before the message `before`."""

    before: str | None = of(Id(), default=None)


class InboxMessage(Message):
    """A message as stored: what it is about, for which children, and codes and numbers to word it with; no names.

    `cause` is the event type without version; `about_id` its aggregate; `facts` the numbers and codes of the event.
    """

    message_id: str = of(Id())
    cause: str
    about_id: str = of(Id())
    pupil_ids: tuple[str, ...]
    facts: dict[str, str]
    sent_at: datetime
    read_at: datetime | None = None


class Inbox(Message):
    """A page of messages, and how many of all are unread."""

    messages: tuple[InboxMessage, ...]
    unread: int


class ReadMessage(Message):
    """Ask for one of one's own messages."""

    message_id: str = of(Id())


class MarkRead(Message):
    """The person has this message before their eyes; saying it twice changes nothing."""

    message_id: str = of(Id())


class Receipt(Message):
    """The message is read, since `read_at`."""

    message_id: str = of(Id())
    read_at: datetime


class CountReceipts(Message):
    """Ask staff's question: of those told about these things, how many have read it? At most 50 ids."""

    about_ids: tuple[str, ...] = of(fields.List(Id()))


class ReceiptCount(Message):
    """How many people were told about one thing, and how many have read it."""

    about_id: str = of(Id())
    told: int
    read: int


class ReceiptCounts(Message):
    """One count for each id that anyone was told about."""

    counts: tuple[ReceiptCount, ...]


class MessageRead(Event):
    """A message was read by the person it was for. Sent once per message."""

    type = "notify.message_read.v1"
    about = "message_id"

    message_id: str = of(Id())
    person_id: str = of(Id())
    about_id: str = of(Id())
    read_at: datetime


INBOX = Call(service="notify", method="inbox", ask=ReadInbox, answer=Inbox, allow=SIGNED_IN)
READ = Call(service="notify", method="read", ask=ReadMessage, answer=InboxMessage, allow=SIGNED_IN)
MARK_READ = Call(service="notify", method="mark_read", ask=MarkRead, answer=Receipt, allow=SIGNED_IN, command=True)
RECEIPTS = Call(service="notify", method="receipts", ask=CountReceipts, answer=ReceiptCounts, allow=STAFF)

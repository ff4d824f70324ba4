"""Inbox: a person reads their own messages, and each is read once (N2)."""

from contracts.errors import NotFound
from contracts.notify.message import Inbox, InboxMessage, MarkRead, MessageRead, ReadInbox, ReadMessage, Receipt
from services.notify.application.unit import Unit


def read_inbox(unit: Unit, ask: ReadInbox) -> Inbox:
    """Return a page of the asker's own messages in this school."""
    return unit.inbox(ask.before)


def read_message(unit: Unit, ask: ReadMessage) -> InboxMessage:
    """Return one of the asker's own messages in this school. Raises NotFound."""
    message = unit.message(ask.message_id)
    if message is None:
        raise NotFound
    return message


def mark_read(unit: Unit, ask: MarkRead) -> Receipt:
    """Let the asker's message be read; the first time stands for ever and is announced once. Raises NotFound."""
    newly = unit.mark_read(ask.message_id)
    message = unit.message(ask.message_id)
    if message is None or message.read_at is None:
        raise NotFound
    if newly:
        unit.emit(MessageRead(
            message_id=message.message_id,
            person_id=unit.actor.person_id,
            about_id=message.about_id,
            read_at=message.read_at,
        ))
    return Receipt(message_id=message.message_id, read_at=message.read_at)

"""Notify, as the gateway and the events of other houses meet it."""

from typing import Any

from contracts import catalogue
from contracts.notify import message
from contracts.notify.message import Inbox, InboxMessage, ReceiptCounts
from contracts.received import Received
from plumbing.caller import Caller
from plumbing.doors import HouseProvider, answers
from plumbing.subscribe import subscribe
from services.notify import wiring
from services.notify.application.facts import learn
from services.notify.application.inbox import mark_read, read_inbox, read_message
from services.notify.application.receipts import count_receipts
from services.notify.application.telling import tell


class NotifyService:
    """Messages: each person is told once of what concerns them, and has read it or not."""

    name = "notify"
    house = HouseProvider(wiring.build)

    @answers(message.INBOX)
    def inbox(self, ask: message.ReadInbox, caller: Caller) -> Inbox:
        """Show a page of the asker's own messages."""
        return self.house.query(read_inbox, ask, caller)

    @answers(message.READ)
    def read(self, ask: message.ReadMessage, caller: Caller) -> InboxMessage:
        """Show one of the asker's own messages."""
        return self.house.query(read_message, ask, caller)

    @answers(message.MARK_READ)
    def mark_read(self, ask: message.MarkRead, caller: Caller) -> dict[str, Any]:
        """Take a receipt."""
        return self.house.command(mark_read, ask, caller)

    @answers(message.RECEIPTS)
    def receipts(self, ask: message.CountReceipts, caller: Caller) -> ReceiptCounts:
        """Count receipts for staff."""
        return self.house.query(count_receipts, ask, caller)

    @subscribe(catalogue.NOTIFY_FACTS)
    def learn(self, received: Received) -> None:
        """Keep who is in which class, who guards whom, who leads what."""
        self.house.effect(learn, received)

    @subscribe(catalogue.NOTIFY_MESSAGES)
    def tell(self, received: Received) -> None:
        """Tell everybody concerned."""
        self.house.effect(tell, received)

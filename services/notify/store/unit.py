"""Unit: one transaction of notify on PostgreSQL."""

from services.notify.store.announcements import Announcements
from services.notify.store.facts import Facts
from services.notify.store.messages import Messages


class NotifyUnit(Facts, Announcements, Messages):
    """All that notify's use cases ask of their store."""

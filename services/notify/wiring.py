"""Wiring: the only file that knows which real parts notify runs on."""

from plumbing.house import House
from services.notify import store


def build() -> House:
    """Return notify on its own database."""
    return House(service="notify", unit=store.NotifyUnit)

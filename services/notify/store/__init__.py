"""What notify keeps, in PostgreSQL."""

from services.notify.store.unit import NotifyUnit

__all__ = ["NotifyUnit"]

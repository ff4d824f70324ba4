"""Receipts: how many of those told have read it (N2)."""

from contracts.errors import InvalidRequest
from contracts.notify.message import CountReceipts, ReceiptCounts
from services.notify.application.unit import Unit

MOST = 50


def count_receipts(unit: Unit, ask: CountReceipts) -> ReceiptCounts:
    """Return how many were told, and how many have read all they were told, about each thing. At most 50 at a time."""
    if len(ask.about_ids) > MOST:
        words = f"一次最多查 {MOST} 项，现在有 {len(ask.about_ids)} 项。"
        raise InvalidRequest(details={"fields": {"about_ids": [words]}})
    return ReceiptCounts(counts=unit.count_receipts(ask.about_ids))

"""The one clock: real time moved by a settable offset, the same in Python and (as qingfu.now()) in SQL."""

import os
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

SCHOOL_PLACE = ZoneInfo("Asia/Shanghai")


def offset_seconds() -> int:
    """Return by how much this process's clock is moved: QINGFU_CLOCK_OFFSET_SECONDS, 0 unless set."""
    return int(os.environ.get("QINGFU_CLOCK_OFFSET_SECONDS", "0"))


def now() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC) + timedelta(seconds=offset_seconds())


def on_phones() -> datetime:
    """Return the moment that phones show: ours, without the whole days by which a demonstration is moved."""
    return now() - timedelta(days=int(offset_seconds() / 86_400))


def today() -> date:
    """Return the present date where the schools are."""
    return local_date(now())


def local_date(moment: datetime) -> date:
    """Return the date of a moment where the schools are."""
    return moment.astimezone(SCHOOL_PLACE).date()

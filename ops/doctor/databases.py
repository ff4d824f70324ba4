"""Does every database answer, do its events go out, does its clock agree with ours?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

import psycopg2

from ops.databases import HouseDatabase, as_superuser
from ops.doctor import trusted
from ops.doctor.finding import Finding
from plumbing import address, clock
from plumbing.untrusted import Untrusted

_LATE, _APART = timedelta(seconds=30), timedelta(seconds=5)
_SEEN = """
SELECT clock_timestamp(),
  count(*) FILTER (WHERE published_at IS NULL AND unroutable_at IS NULL),
  coalesce(now() + %(offset)s - min(occurred_at) FILTER (WHERE published_at IS NULL AND unroutable_at IS NULL), '0s'),
  count(*) FILTER (WHERE unroutable_at IS NOT NULL)
FROM outbox WHERE published_at IS NULL
"""


@dataclass(frozen=True)
class _Seen:
    """Its clock; how many events wait to go out, the oldest for how long; how many no queue would take."""

    now: datetime
    waiting: int
    waited: timedelta
    unroutable: int

    @classmethod
    def of(cls, database: HouseDatabase, offset: timedelta) -> Self:
        """Look at one database."""
        with as_superuser(database.inside_admin_url) as cursor:
            cursor.execute(_SEEN, {"offset": offset})
            return cls(*cursor.fetchall()[0])


def look(databases: Mapping[str, HouseDatabase], offset: timedelta) -> Iterator[Finding]:
    """Give one finding for each thing that is not well, or one for all. `offset` is the house's clock against ours."""
    troubled = [finding for database in databases.values() for finding in _look_at(database, offset)]
    well = Finding(about="数据库", words=f"{len(databases)} 个都有应答，事件没有积压，时钟一致")
    yield from dict.fromkeys(troubled) or [well]


def _look_at(database: HouseDatabase, offset: timedelta) -> Iterator[Finding]:
    house = database.house
    try:
        yield from trusted.look(address.database(database.admin_url))
        seen = _Seen.of(database, offset)
    except Untrusted as reason:
        yield Finding(about=database.name, words=reason.words, repair=reason.repair)
        return
    except psycopg2.Error as problem:
        words = f"没有应答（{type(problem).__name__}）"
        named = f"QINGFU_DATABASE_URL_{house.upper()}"
        repair = f"自带的会自动重新启动，看 var/log/postgres.log；外部的请检查 {named}"
        yield Finding(about=database.name, words=words, repair=repair)
        return
    if seen.waited > _LATE:
        words = f"{seen.waiting} 条事件没有发出，最早的已等 {seen.waited}"
        yield Finding(about=f"{house} 发件", words=words, repair=f"bin/qingfu kill {house}-relay（会自动重新启动）")
    if seen.unroutable:
        repair = "bin/qingfu down，然后 make run（重建队列）"
        yield Finding(about=f"{house} 发件", words=f"{seen.unroutable} 条事件没有队列接收", repair=repair)
    if (apart := abs(seen.now - _real_now())) > _APART:
        yield Finding(about=f"{database.name} 时钟", words=f"与本机相差 {apart}", repair="校准两台机器的时钟（NTP）")


def _real_now() -> datetime:
    """Return the machine's time, wherever our own clock is set to."""
    return clock.now() - timedelta(seconds=clock.offset_seconds())

"""Is every job that somebody asked for taken up?"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import timedelta

import psycopg2

from ops.databases import HouseDatabase, as_superuser
from ops.doctor.finding import Finding
from plumbing.untrusted import Untrusted

_LONG = timedelta(minutes=5)
_WAITING = """
SELECT kind, count(*), date_trunc('second', max(now() - held_until))
FROM job WHERE state IN ('queued', 'running') AND held_until < now() - %s GROUP BY kind ORDER BY kind
"""
"""By real time, as the worker reckons, whatever day the house's clock shows."""


def look(databases: Mapping[str, HouseDatabase]) -> Iterator[Finding]:
    """Give one finding for each kind of job that nobody takes up; nothing where a database is silent, that is said."""
    for house, database in databases.items():
        with suppress(psycopg2.Error, Untrusted), as_superuser(database.inside_admin_url) as cursor:
            cursor.execute(_WAITING, (_LONG,))
            for kind, count, waited in cursor.fetchall():
                yield Finding(
                    about=f"{house} 任务 {kind}",
                    words=f"{count} 个没有人做，最早的已等 {waited}",
                    repair=f"看 var/log/{house}-worker.log；bin/qingfu kill {house}-worker（会自动重新启动）",
                )

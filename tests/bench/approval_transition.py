"""approval_transition: one action on a case on its way, beside a limit. Processor time, as `verdict` takes it."""

import time
from contextlib import contextmanager
from functools import partial

from engines.approval import Approve, Case, Claim, Release, Return, Start, advance
from tests.bench.contest import Compared, Contest
from tests.plumbing.approving import CHAIN, COLLEAGUE, FRIDAY, HEAD, MOTHER, OFFICE, WORLD

LIMIT_MICROSECONDS = 30.0
FAMILY = frozenset({MOTHER})
WAY = (
    (MOTHER, Start()), (HEAD, Claim(task=1)), (HEAD, Approve(task=1)), (OFFICE, Claim(task=2)),
    (OFFICE, Release(task=2)), (COLLEAGUE, Return(task=2, comment="请核对", to="class")), (HEAD, Approve(task=3)),
    (OFFICE, Approve(task=4)),
)  # fmt: skip


@contextmanager
def approval_transition(_, size):
    """Let cases go their whole way, again and again."""
    yield Contest(
        sides={"ours": partial(_microseconds, size.seconds), "limit": lambda: {"us": LIMIT_MICROSECONDS}},
        compared=(Compared(name="approval_transition", ours="ours", against="limit", of="us", unit="us"),),
    )


def _microseconds(seconds):
    begun = Case(definition="care", version=1, applicants=FAMILY, own=FAMILY, facts={"clubs": 1})
    ways, started, until = 0, time.process_time(), time.monotonic() + seconds
    while time.monotonic() < until:
        for _ in range(50):
            case = begun
            for actor, action in WAY:
                case, _ = advance(CHAIN, case, action, actor, FRIDAY, WORLD)
        ways += 50
    return {"us": 1e6 * (time.process_time() - started) / (ways * len(WAY))}

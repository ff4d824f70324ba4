"""rpc: calls through our client and our doors, beside bare pika with direct reply-to."""

import subprocess
import sys
from contextlib import ExitStack, closing, contextmanager
from functools import partial

from contracts.actor import Actor, Grant, Role
from contracts.homework.assignment import JUDGE
from plumbing import ids
from tests.bench.bare_call import BareCall
from tests.bench.contest import Compared, Contest
from tests.bench.pace import flat_out
from tests.bench.words import DRAFT


@contextmanager
def rpc(ground, size):
    """Ask as many callers as `size` says, on each side in turn."""
    with ExitStack() as leaving:
        leaving.enter_context(ground.running("homework", module="tests.bench.door"))
        ours = partial(
            leaving.enter_context(ground.client()).call, JUDGE, DRAFT, _teacher(), request_id="bench", timeout=10
        )
        bare = _bare_callers(ground.vhost.operator_url, size.callers, leaving)
        yield Contest(
            sides={
                "RpcClient": lambda: flat_out([ours] * size.callers, size.seconds),
                "pika": lambda: flat_out(bare, size.seconds),
            },
            compared=(
                Compared(name="rpc", ours="RpcClient", against="pika", of="per_second", unit="calls/s"),
                Compared(name="rpc_p99", ours="RpcClient", against="pika", of="p99_ms", unit="ms"),
            ),
        )


def _teacher():
    grant = Grant(role=Role.TEACHER, class_id=DRAFT.class_id, subject=DRAFT.subject)
    return Actor(person_id=ids.new_id(), district_id=ids.new_id(), school_id=ids.new_id(), grants=(grant,))


def _bare_callers(url, count, leaving):
    callers = [leaving.enter_context(closing(BareCall(url))) for _ in range(count)]
    echo = leaving.enter_context(subprocess.Popen([sys.executable, "-m", "tests.bench.echo", url]))
    leaving.callback(echo.terminate)
    callers[0]()  # it listens
    return callers

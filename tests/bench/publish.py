"""publish: from the form to the commit, beside pgbench with the same SQL, on the same server, by as many clients."""

from contextlib import ExitStack, closing, contextmanager

from contracts.homework.assignment import PUBLISH
from plumbing import ids
from tests.bench.contest import Compared, Contest
from tests.bench.pace import flat_out
from tests.bench.pgbench import Pgbench
from tests.bench.program import ProgramOfTeacher
from tests.bench.same_sql import script
from tests.bench.school import School


@contextmanager
def publish(ground, size):
    """Let every teacher publish for a class of their own, on each side in turn."""
    with ExitStack() as leaving:
        school = leaving.enter_context(closing(School(ground, classes=size.clients)))
        leaving.enter_context(ground.running("homework", "directory", "gateway"))
        client = leaving.enter_context(ground.client())
        programs = [
            leaving.enter_context(closing(ProgramOfTeacher(ground.gateway_port, teacher, school.password)))
            for teacher in school.teachers
        ]
        pgbench = Pgbench(ground, script(school), clients=size.clients, seconds=size.seconds)
        yield Contest(
            sides={
                "gateway": lambda: flat_out([program.publish for program in programs], size.seconds),
                "call": lambda: flat_out([_caller(client, teacher) for teacher in school.teachers], size.seconds),
                "pgbench": pgbench.run,
            },
            compared=(
                Compared(name="publish", ours="gateway", against="pgbench", of="per_second", unit="publications/s"),
                Compared(name="publish_rpc", ours="call", against="pgbench", of="per_second", unit="publications/s"),
            ),
        )


def _caller(client, teacher):
    def publish_one():
        client.call(
            PUBLISH, teacher.next_draft(), teacher.actor, request_id="bench", key=ids.new_id(), timeout=10
        )

    return publish_one

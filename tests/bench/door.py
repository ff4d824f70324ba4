"""A house for the rpc bench: real doors (deadline, passport, role, schema), and behind them no database. A process."""

from plumbing import serve as _  # noqa: F401, I001 - first: it patches the sockets

from contracts.homework.assignment import JUDGE
from plumbing import logs, settings
from plumbing.doors import answers
from plumbing.serve import serve
from tests.bench.words import JUDGED


class Door:
    """Stands in homework's place."""

    name = "homework"

    @answers(JUDGE)
    def judge(self, ask, caller):
        """Answer at once."""
        return JUDGED


if __name__ == "__main__":
    logs.configure("bench.door")
    serve(
        "homework", Door,
        amqp_url=settings.amqp_url(), database_url=settings.database_url(), health_port=settings.health_port(),
    )

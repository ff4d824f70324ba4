"""The door of the jobbing house: it answers about jobs and files as a house does. Run as a process of its own."""

from plumbing import serve as _  # noqa: F401, I001 - first: it patches the sockets

import sys

from plumbing import logs, settings
from plumbing.doors import HouseProvider, answers
from plumbing.jobs import calls
from plumbing.serve import serve
from tests.plumbing.jobbing import GET, JOB, PUT, house


class Door:
    """Answers about jobs and files as a house's own door does."""

    name = "notify"
    house = HouseProvider(house)

    @answers(JOB)
    def job(self, ask, caller):
        return self.house.query(calls.read_job, ask, caller)

    @answers(PUT)
    def put_piece(self, ask, caller):
        return self.house.change(calls.put_piece, ask, caller)

    @answers(GET)
    def get_piece(self, ask, caller):
        return self.house.query(calls.get_piece, ask, caller)


if __name__ == "__main__":
    logs.configure("jobbing.door")
    serve(
        "notify", Door,
        amqp_url=settings.amqp_url(), database_url=settings.database_url(), health_port=int(sys.argv[1]),
    )

"""Job: work that takes too long for a call: what is asked, how far it is, and how it ended."""

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from marshmallow import fields

from contracts.fields import Id
from contracts.message import Message, of


class JobAsk(Message):
    """Base of what a job can be asked to do: ids and codes only; what is longer comes in its input file.

    `kind` names it for ever: jobs that wait while a house is updated are still to be understood.
    """

    kind: ClassVar[str]


class JobState(StrEnum):
    """A job waits, runs (perhaps for the second or third time), and comes to one of three ends."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class ReadJob(Message):
    """Ask how far one's own job is."""

    job_id: str = of(Id())


class CancelJob(Message):
    """Ask that one's own job should not go on; what has ended stays as it is."""

    job_id: str = of(Id())


class JobAsked(Message):
    """A job waits for its turn."""

    job_id: str = of(Id())


class JobStatus(Message):
    """How far a job is. `steps_total` is 0 until the job knows it.

    A failed one says why by `code`, `words` and `details` of the error; a done one may have an output file.
    """

    job_id: str = of(Id())
    kind: str
    state: JobState
    steps_done: int
    steps_total: int
    code: str = ""
    words: str = ""
    details: dict[str, Any] | None = of(fields.Dict(), default=None)
    output_file_id: str | None = of(Id(), default=None)
    asked_at: datetime
    ended_at: datetime | None = None

"""Job: one attempt at a job, as its function sees it: what is asked, the file, how to tell how far it is."""

import time
from collections.abc import Callable
from typing import Any, TypeVar

from contracts.errors import InvalidRequest, ServiceError
from contracts.file import LARGEST_OUT
from contracts.job import JobAsk, ReadJob
from contracts.message import Message
from plumbing.caller import Caller
from plumbing.house import House
from plumbing.jobs import files, record
from plumbing.jobs.claim import Claim
from plumbing.jobs.outcome import Outcome, Output
from plumbing.unit import Unit

Answer = TypeVar("Answer")
_TELL_EVERY_SECONDS, _FEW = 0.25, 10


class Job:
    """`caller` is who asked, with the roles they held then. Its house is asked in its name, a transaction each time."""

    def __init__(
        self, house: House, claim: Claim, *, caller: Caller, asked: Callable[[], JobAsk], input_file_id: str | None
    ):
        self._house, self._claim, self._asked, self._input_file_id = house, claim, asked, input_file_id
        self.caller, self._told_at = caller, float("-inf")

    @property
    def ask(self) -> Any:
        """Return what is asked, as the kind's own message."""
        return self._asked()

    def input(self) -> bytes:
        """Return the file that was handed in. Raises InvalidRequest when it is no longer kept."""
        file_id = self._input_file_id
        if file_id is None or not (found := self._run(lambda unit: files.content(unit.connection, file_id))):
            raise InvalidRequest("提交的文件已经不在了，请重新提交。")
        return found

    def progress(self, done: int, total: int) -> None:
        """The person who asked can see how far it is; of many steps, said too often, only some are written down."""
        if _FEW < total > done and time.monotonic() - self._told_at < _TELL_EVERY_SECONDS:
            return
        self._run(lambda unit: record.progress(unit.connection, self._claim, done, total))
        self._told_at = time.monotonic()

    def query(self, use_case: Callable[[Any, Any], Answer], ask: Message) -> Answer:
        """Ask the house a question."""
        return self._house.query(use_case, ask, self.caller)

    def change(self, use_case: Callable[[Any, Any], Answer], ask: Message) -> Answer:
        """Change something before the end; it stands even if the job fails later, but never for a job taken away."""

        def fenced(unit: Unit, ask: Message) -> Answer:
            answer = use_case(unit, ask)
            record.fence(unit.connection, self._claim)
            return answer

        return self._house.change(fenced, ask, self.caller)

    def finish(self, outcome: Outcome) -> None:
        """Effect, output and end stand together. Raises what the effect raises, and nothing of it stands."""

        def conclude(unit: Unit) -> None:
            if outcome.effect:
                outcome.effect(unit)
            file_id = self._keep(unit, outcome.output) if outcome.output else None
            record.done(unit.connection, self._claim, file_id, unit.now)

        self._run(conclude)

    def fail(self, refusal: ServiceError) -> None:
        """The job has ended, for this reason."""
        self._run(lambda unit: record.failed(unit.connection, self._claim, refusal, unit.now))

    def _keep(self, unit: Unit, output: Output) -> str:
        if len(output.content) > LARGEST_OUT:
            raise InvalidRequest(f"结果文件超过了 {LARGEST_OUT >> 20} MB。请把内容分成几份再试。")
        return files.keep(unit.connection, output, self.caller.actor.person_id)

    def _run(self, step: Callable[[Unit], Answer]) -> Answer:
        return self._house.change(lambda unit, _: step(unit), ReadJob(job_id=self._claim.job_id), self.caller)

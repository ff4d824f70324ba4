"""approval_batch: 500 approvals in one transaction, beside a limit, and beside SpiffWorkflow with its stock serializer.

Both read 500 cases from PostgreSQL, let the head teacher approve each, and write them back; SpiffWorkflow runs the
chain from its BPMN document and keeps a case as one text, as its own guide shows.
"""

import gc
import time
from contextlib import closing, contextmanager

from sqlalchemy import create_engine, text

from engines.approval import Approve
from plumbing.database import Database
from tests.bench.contest import Compared, Contest
from tests.oracles.spiff import Chain, Theirs
from tests.plumbing.approving import CHAIN, HEAD, MEMBERS, School

LIMIT_MILLISECONDS = 50.0
BATCH = 500


@contextmanager
def approval_batch(ground, size):
    """Let a head teacher approve a whole year's applications with one click."""
    batch = BATCH if size.rounds > 1 else 20
    gc.collect()
    gc.freeze()  # as every house does when it begins to serve
    database = Database(ground.databases["enrolment"].url("enrolment"))
    with closing(_Spiff(ground.databases["enrolment"].url("enrolment_owner"), batch)) as spiff:
        try:
            yield Contest(
                sides={
                    "ours": lambda: _ours(School(database), batch), "spiff": spiff.approve,
                    "limit": lambda: {"ms": LIMIT_MILLISECONDS},
                },
                compared=(
                    Compared(name="approval_batch", ours="ours", against="limit", of="ms", unit="ms"),
                    Compared(name="approval_batch_spiff", ours="ours", against="spiff", of="ms", unit="ms"),
                ),
            )
        finally:
            database.engine.dispose()


def _ours(school, batch):
    school.does(HEAD, Approve(task=1), *school.begin_many(batch))
    case_ids = school.begin_many(batch)
    begun = time.perf_counter()
    approved = school.does(HEAD, Approve(task=1), *case_ids)
    taken = time.perf_counter() - begun
    assert {case.step for case in approved} == {"school"}
    return {"ms": 1e3 * taken}


class _Spiff:
    """The same cases, each a text in a table."""

    def __init__(self, url, batch):
        self._engine, self._batch, self._chain = create_engine(url), batch, Chain(CHAIN)
        self._signers = {step.key: sorted(MEMBERS[step.groups[0]]) for step in CHAIN.steps}
        with self._engine.begin() as connection:
            connection.execute(text("CREATE TABLE bench_spiff (number integer PRIMARY KEY, content text NOT NULL)"))

    def approve(self):
        begun_case = self._chain.written(Theirs(self._chain, {"clubs": 1}, self._signers))
        with self._engine.begin() as connection:
            connection.execute(text("DELETE FROM bench_spiff"))
            connection.execute(
                text("INSERT INTO bench_spiff VALUES (:number, :content)"),
                [{"number": number, "content": begun_case} for number in range(self._batch)],
            )
        begun = time.perf_counter()
        with self._engine.begin() as connection:
            rows = connection.execute(text("SELECT number, content FROM bench_spiff FOR NO KEY UPDATE")).all()
            kept = [{"number": row.number, "content": self._approved(row.content)} for row in rows]
            connection.execute(text("UPDATE bench_spiff SET content = :content WHERE number = :number"), kept)
        return {"ms": 1e3 * (time.perf_counter() - begun)}

    def _approved(self, content):
        case = self._chain.read(content)
        case.says(outcome="approved", to=None, approvals=1, rejections=0)
        assert case.stands[0] == "step_school"
        return self._chain.written(case)

    def close(self):
        with self._engine.begin() as connection:
            connection.execute(text("DROP TABLE bench_spiff"))
        self._engine.dispose()

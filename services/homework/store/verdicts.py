"""Verdicts: under which verdict each version of a piece was let onto the board; rows are only ever added."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row

from engines.policy import Case, Edition, Outcome
from plumbing.unit import Unit
from services.homework.domain.kept_verdict import Broken, KeptVerdict
from services.homework.domain.question import Question

_KEEP = """
INSERT INTO verdict (assignment_id, sequence, day, question, outcome, broken, editions)
VALUES (:assignment_id, :sequence, :day, CAST(:question AS jsonb), :outcome, CAST(:broken AS jsonb),
  CAST(:editions AS jsonb))
"""
_OF = "SELECT * FROM verdict WHERE assignment_id = :assignment_id ORDER BY sequence"


class Verdicts(Unit):
    """What was said of each piece, and all that it rests on."""

    def keep_verdict(self, verdict: KeptVerdict) -> None:
        """Remember under which verdict a version of a piece was let through."""
        before = verdict.question.before
        question = {"case": _plain(verdict.question.case), "before": before and _plain(before)}
        self.run(
            _KEEP, assignment_id=verdict.assignment_id, sequence=verdict.sequence, day=verdict.day,
            question=json.dumps(question, ensure_ascii=False), outcome=verdict.outcome,
            broken=json.dumps(verdict.broken), editions=json.dumps(verdict.editions),
        )

    def verdicts_of(self, assignment_id: str) -> Sequence[KeptVerdict]:
        """Return the verdicts on a piece of this school, the first version's first."""
        return [_verdict(row) for row in self.rows(_OF, assignment_id=assignment_id)]


def _plain(case: Case) -> dict[str, Any]:
    return {"fields": dict(case.fields), "standing": dict(case.standing), "adding": dict(case.adding)}


def _verdict(row: Row[Any]) -> KeptVerdict:
    case, before = row.question["case"], row.question["before"]
    return KeptVerdict(
        assignment_id=row.assignment_id, sequence=row.sequence, day=row.day,
        question=Question(case=_case(case, row.school_id), before=before and _case(before, row.school_id)),
        outcome=Outcome(row.outcome), broken=tuple(Broken(*one) for one in row.broken),
        editions=tuple(Edition(*one) for one in row.editions),
    )


def _case(plain: Mapping[str, Any], school_id: str) -> Case:
    fields = {name: tuple(value) if isinstance(value, list) else value for name, value in plain["fields"].items()}
    return Case(fields=fields, standing=plain["standing"], adding=plain["adding"], school=school_id)

"""Chains: the school's chains as rulebook published them, which cases go their way, and what waits for whom."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from contracts.enrolment.application import Application
from contracts.enrolment.offering import OfferingKind
from engines.approval import Definition, Mark, definition_from_plain
from services.enrolment.application.unit import Child
from services.enrolment.store.applications import Applications

_HOLD = "SELECT pg_advisory_xact_lock(hashtext('enrolment chains ' || qingfu.school()))"
_KEEP = """
INSERT INTO chain (affair, version, definition) VALUES (:affair, :version, CAST(:definition AS jsonb))
ON CONFLICT DO NOTHING
"""
_NEWEST = "SELECT version, definition FROM chain WHERE affair = :affair ORDER BY version DESC LIMIT 1"
_VERSIONS = """
SELECT affair, version, definition FROM chain JOIN unnest(CAST(:affairs AS text[]), CAST(:versions AS integer[]))
  AS wanted (affair, version) USING (affair, version)
"""
_GIVE_CASES = """
UPDATE part SET case_id = CAST(row.case_id AS uuid)
FROM unnest(CAST(:application_ids AS uuid[]), CAST(:kinds AS text[]), CAST(:values AS text[]))
  AS row (application_id, kind, case_id)
WHERE (part.application_id, part.kind) = (row.application_id, row.kind)
"""
_KEEP_PARTS = """
UPDATE part SET state = row.state
FROM unnest(CAST(:application_ids AS uuid[]), CAST(:kinds AS text[]), CAST(:values AS text[]))
  AS row (application_id, kind, state)
WHERE (part.application_id, part.kind) = (row.application_id, row.kind)
"""
_CASES_OF = """
SELECT application_id, kind, case_id FROM part
WHERE application_id = ANY(CAST(:application_ids AS uuid[])) AND case_id IS NOT NULL
ORDER BY kind
"""
_OF_CASES = "SELECT case_id, application_id, kind FROM part WHERE case_id = ANY(CAST(:case_ids AS uuid[]))"
_WITHOUT_CASE = """
SELECT application_id, pupil_id, grade, application.class_id
FROM part JOIN application USING (school_id, application_id) JOIN school_class USING (school_id, class_id)
WHERE kind = :kind AND part.state = 'submitted' AND case_id IS NULL
ORDER BY application_id FOR NO KEY UPDATE OF application
"""
_IN_ORDER = """
SELECT application_id FROM part JOIN unnest(CAST(:case_ids AS uuid[])) WITH ORDINALITY AS waiting (case_id, place)
  USING (case_id)
GROUP BY application_id ORDER BY min(place)
"""
_MARK = """
SELECT begun_at, case_id, number FROM approval_task JOIN part USING (school_id, case_id)
WHERE application_id = :application_id ORDER BY begun_at, case_id, number LIMIT 1
"""
Rows = Sequence[tuple[str, str, str]]


class Chains(Applications):
    """The school's chains, and the cases that are on their way."""

    def hold_chains(self) -> None:
        """Let nobody else bring a first chain, or what waits for one, until this transaction ends."""
        self.run(_HOLD)

    def keep_chain(self, affair: str, version: int, definition: Mapping[str, Any]) -> None:
        """Keep a version of a chain, once."""
        said = json.dumps(definition, ensure_ascii=False)
        self.run(_KEEP, affair=affair, version=version, definition=said)

    def chain(self, affair: str) -> Definition | None:
        """Return the newest version of the chain for the affair."""
        row = self.row(_NEWEST, affair=affair)
        return definition_from_plain(row.definition, row.version) if row else None

    def definitions(self, versions: Collection[tuple[str, int]]) -> Mapping[tuple[str, int], Definition]:
        """Return these versions of chains, by affair and number."""
        if not versions:
            return {}
        affairs, numbers = zip(*sorted(versions), strict=True)
        rows = self.rows(_VERSIONS, affairs=list(affairs), versions=list(numbers))
        return {(row.affair, row.version): definition_from_plain(row.definition, row.version) for row in rows}

    def give_cases(self, rows: Rows) -> None:
        """Let each application's part (application, kind) have this case."""
        self._of_parts(_GIVE_CASES, rows)

    def keep_parts(self, rows: Rows) -> None:
        """Let each application's part (application, kind) stand so."""
        self._of_parts(_KEEP_PARTS, rows)

    def cases_of(self, application_ids: Sequence[str]) -> Mapping[str, Mapping[OfferingKind, str]]:
        """Return for each application the cases of its parts that have one, by kind."""
        cases: dict[str, dict[OfferingKind, str]] = defaultdict(dict)
        for row in self.rows(_CASES_OF, application_ids=list(application_ids)) if application_ids else ():
            cases[row.application_id][OfferingKind(row.kind)] = row.case_id
        return cases

    def applications_of(self, case_ids: Sequence[str]) -> Mapping[str, tuple[Application, OfferingKind]]:
        """Return whose case each of these is, and what it decides."""
        rows = self.rows(_OF_CASES, case_ids=list(case_ids))
        found = {one.application_id: one for one in self.applications([row.application_id for row in rows])}
        return {row.case_id: (found[row.application_id], OfferingKind(row.kind)) for row in rows}

    def without_case(self, kind: str) -> Sequence[tuple[Application, Child]]:
        """Return what is undecided and has no case of this kind yet, each with its child, and hold it."""
        rows = self.rows(_WITHOUT_CASE, kind=kind)
        children = {
            row.application_id: Child(pupil_id=row.pupil_id, class_id=row.class_id, grade=row.grade) for row in rows
        }
        return [(one, children[one.application_id]) for one in self.applications(list(children))]

    def waiting_for(self, names: Sequence[str], before: str | None) -> Sequence[Application]:
        """Return up to 50 applications that wait for any of these names, the one that has waited longest first."""
        waiting = self.inbox(names, self._mark(before))
        rows = self.rows(_IN_ORDER, case_ids=[one.case_id for one in waiting]) if waiting else ()
        return self.applications([row.application_id for row in rows])

    def _mark(self, application_id: str | None) -> Mark | None:
        row = self.row(_MARK, application_id=application_id) if application_id else None
        return (row.begun_at, row.case_id, row.number) if row else None

    def _of_parts(self, sql: str, rows: Rows) -> None:
        if rows:
            application_ids, kinds, values = (list(map(str, column)) for column in zip(*rows, strict=True))
            self.run(sql, application_ids=application_ids, kinds=kinds, values=values)

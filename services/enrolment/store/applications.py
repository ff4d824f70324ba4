"""Applications: kept, found and marked; read whole, with places and parts, in as many queries for one as for 50."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row

from contracts.enrolment.application import Application
from contracts.enrolment.part import ApplicationState, Part
from contracts.enrolment.place import Place
from plumbing.approvals.cases import Cases
from services.enrolment.domain.wish import Wish
from services.enrolment.store import held

_SUBMIT = """
INSERT INTO application (application_id, pupil_id, class_id, applicant_id, term, submitted_at)
VALUES (:application_id, :pupil_id, :class_id, :applicant_id, :term, :submitted_at)
ON CONFLICT (school_id, pupil_id, term) WHERE state IN ('submitted', 'returned', 'approved') DO NOTHING
"""
_ASK = """
INSERT INTO place (application_id, offering_id, weekdays, rank)
VALUES (:application_id, :offering_id, :weekdays, :rank)
"""
_ASK_PARTS = """
INSERT INTO part (application_id, kind)
SELECT DISTINCT application_id, kind FROM place JOIN offering USING (school_id, offering_id)
WHERE application_id = :application_id
"""
_ASK_NO_MORE = """
DELETE FROM place USING offering
WHERE place.application_id = :application_id AND place.state = 'asked' AND offering.offering_id = place.offering_id
  AND offering.kind = ANY(CAST(:kinds AS text[]))
"""
_THESE = """
SELECT application.* FROM application
JOIN unnest(CAST(:application_ids AS uuid[])) WITH ORDINALITY AS wanted (application_id, place) USING (application_id)
ORDER BY wanted.place
"""
_ONE = "SELECT * FROM application WHERE application_id = :application_id"
_IN_HAND = f"{_ONE} FOR NO KEY UPDATE"
_EACH_IN_HAND = """
SELECT * FROM application WHERE application_id = ANY(CAST(:application_ids AS uuid[]))
ORDER BY application_id FOR NO KEY UPDATE
"""
_OPEN = """
SELECT * FROM application
WHERE pupil_id = :pupil_id AND term = :term AND state IN ('submitted', 'returned', 'approved')
"""
_PAGE = """
SELECT application.* FROM application
LEFT JOIN application AS last ON last.application_id = CAST(:before AS uuid)
WHERE (:whole_school OR application.pupil_id = ANY(CAST(:pupil_ids AS uuid[]))
    OR application.class_id = ANY(CAST(:class_ids AS uuid[])))
  AND CASE
    WHEN CAST(:before AS uuid) IS NULL THEN true
    WHEN last.state = 'submitted' THEN application.state <> 'submitted'
      OR (application.submitted_at, application.application_id) > (last.submitted_at, last.application_id)
    ELSE application.state <> 'submitted'
      AND (application.submitted_at, application.application_id) < (last.submitted_at, last.application_id)
  END
ORDER BY application.state <> 'submitted',
  CASE WHEN application.state = 'submitted' THEN application.submitted_at END,
  CASE WHEN application.state = 'submitted' THEN application.application_id END,
  application.submitted_at DESC, application.application_id DESC
LIMIT 50
"""
_MARK = "UPDATE application SET state = :state WHERE application_id = :application_id"
_MARK_DECIDED = """
UPDATE application SET state = :state, decided_at = :decided_at, decided_by = :decided_by, reason = :reason
WHERE application_id = :application_id
"""
_FOLLOW = """
UPDATE application SET class_id = :class_id
WHERE pupil_id = :pupil_id AND class_id <> :class_id AND state IN ('submitted', 'returned', 'approved') AND EXISTS (
  SELECT FROM place JOIN offering USING (school_id, offering_id) JOIN programme USING (school_id, programme_id)
  WHERE place.application_id = application.application_id AND last_day >= :today
)
RETURNING application_id
"""
_RUNNING = """
SELECT application_id FROM application
WHERE pupil_id = :pupil_id AND state IN ('submitted', 'returned', 'approved') AND EXISTS (
  SELECT FROM place JOIN offering USING (school_id, offering_id) JOIN programme USING (school_id, programme_id)
  WHERE place.application_id = application.application_id AND last_day >= :today
)
"""
_FORGET = (
    "DELETE FROM place WHERE application_id IN (SELECT application_id FROM application WHERE pupil_id = :pupil_id)",
    "DELETE FROM part WHERE application_id IN (SELECT application_id FROM application WHERE pupil_id = :pupil_id)",
    "DELETE FROM application WHERE pupil_id = :pupil_id",
)
_CASES_OF_PUPIL = """
SELECT case_id FROM part JOIN application USING (school_id, application_id)
WHERE pupil_id = :pupil_id AND case_id IS NOT NULL
"""


class Applications(Cases):
    """Applications with their places and parts, `actions` still empty."""

    def submit(self, application: Application, wishes: Iterable[Wish]) -> bool:
        """Keep an application and what it asks for; say no, and keep nothing, while another of the child's is open."""
        kept = self.run(
            _SUBMIT, application_id=application.application_id, pupil_id=application.pupil_id,
            class_id=application.class_id, applicant_id=application.applicant_id, term=application.term,
            submitted_at=application.submitted_at,
        )
        if kept:
            self._ask(application.application_id, wishes)
            self.run(_ASK_PARTS, application_id=application.application_id)
        return bool(kept)

    def ask_instead(self, application_id: str, kinds: Sequence[str], wishes: Iterable[Wish]) -> None:
        """Let the application ask for this, in place of what it asked for of these kinds."""
        self.run(_ASK_NO_MORE, application_id=application_id, kinds=list(kinds))
        self._ask(application_id, wishes)

    def _ask(self, application_id: str, wishes: Iterable[Wish]) -> None:
        for wish in wishes:
            self.run(
                _ASK, application_id=application_id, offering_id=wish.offering_id, weekdays=list(wish.weekdays),
                rank=wish.rank,
            )

    def open_of(self, pupil_id: str, term: str) -> Application | None:
        """Return the child's open application of the term."""
        return self._whole_one(self.row(_OPEN, pupil_id=pupil_id, term=term))

    def applications(self, application_ids: Sequence[str]) -> tuple[Application, ...]:
        """Return these applications, in this order."""
        return self._whole(self.rows(_THESE, application_ids=list(application_ids)) if application_ids else ())

    def application(self, application_id: str) -> Application | None:
        """Return an application."""
        return self._whole_one(self.row(_ONE, application_id=application_id))

    def taken_in_hand(self, application_id: str) -> Application | None:
        """Return an application that nobody else can change until this transaction ends."""
        return self._whole_one(self.row(_IN_HAND, application_id=application_id))

    def taken_in_hand_each(self, application_ids: Sequence[str]) -> tuple[Application, ...]:
        """Return those of these applications that there are; nobody else changes them until this transaction ends."""
        return self._whole(self.rows(_EACH_IN_HAND, application_ids=list(application_ids)))

    def page(
        self, *, pupil_ids: Sequence[str], class_ids: Sequence[str], whole_school: bool, before: str | None
    ) -> tuple[Application, ...]:
        """Return 50 applications of these children or classes: undecided oldest first, then the others newest first."""
        return self._whole(self.rows(
            _PAGE, pupil_ids=list(pupil_ids), class_ids=list(class_ids), whole_school=whole_school, before=before
        ))

    def mark(self, application_id: str, state: ApplicationState) -> None:
        """Let the application stand so."""
        self.run(_MARK, application_id=application_id, state=state)

    def mark_decided(self, application_id: str, state: ApplicationState, by: str, reason: str) -> None:
        """Let the application stand so by somebody's decision of this moment."""
        self.run(
            _MARK_DECIDED, application_id=application_id, state=state, decided_at=self.now, decided_by=by, reason=reason
        )

    def follow(self, pupil_id: str, class_id: str) -> Sequence[str]:
        """Bring the pupil's open applications to the class they are in now, and return their ids; past terms' stay."""
        moved = self.rows(_FOLLOW, pupil_id=pupil_id, class_id=class_id, today=self.today)
        return [row.application_id for row in moved]

    def running_of(self, pupil_id: str) -> Sequence[str]:
        """Return the ids of the pupil's open applications in terms that are not over."""
        return [row.application_id for row in self.rows(_RUNNING, pupil_id=pupil_id, today=self.today)]

    def forget_applications(self, pupil_id: str) -> None:
        """Let no application of this pupil be kept, nor what any of them held or waited for, nor who decided what."""
        case_ids = [row.case_id for row in self.rows(_CASES_OF_PUPIL, pupil_id=pupil_id)]
        for statement in _FORGET:
            self.run(statement, pupil_id=pupil_id)
        self.forget_cases(case_ids)

    def _whole_one(self, row: Row[Any] | None) -> Application | None:
        return self._whole((row,))[0] if row else None

    def _whole(self, rows: Sequence[Row[Any]]) -> tuple[Application, ...]:
        application_ids = [row.application_id for row in rows]
        places, parts = held.places_of(self, application_ids), held.parts_of(self, application_ids)
        return tuple(
            _application(row, places[row.application_id], parts[row.application_id]) for row in rows
        )


def _application(row: Row[Any], places: Sequence[Place], parts: Sequence[Part]) -> Application:
    return Application(
        application_id=row.application_id,
        pupil_id=row.pupil_id,
        class_id=row.class_id,
        applicant_id=row.applicant_id,
        state=ApplicationState(row.state),
        submitted_at=row.submitted_at,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        reason=row.reason,
        places=tuple(places),
        parts=tuple(parts),
        term=row.term,
    )

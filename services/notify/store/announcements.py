"""Announcements: kept, and told to all concerned by one statement, however many they are.

Events and the facts about people arrive in any order and at once. Telling shares a lock of the school that learning
takes alone: either the telling sees the fact, or the learning sees the announcement, so nobody is left out.
"""

from collections.abc import Sequence
from datetime import datetime

from plumbing.unit import Unit
from services.notify.domain.announcement import Announcement

_WITH_OTHERS = "SELECT pg_advisory_xact_lock_shared(hashtext('notify.telling'), hashtext(qingfu.school()::text))"
_ALONE = "SELECT pg_advisory_xact_lock(hashtext('notify.telling'), hashtext(qingfu.school()::text))"
_KEEP = """
INSERT INTO announcement (
  announcement_id, cause, about_id, audience, class_id, pupil_id, facts, person_ids, announced_at
) VALUES (:announcement_id, :cause, :about_id, :audience, :class_id, :pupil_id, :facts, CAST(:person_ids AS uuid[]),
  :announced_at)
ON CONFLICT (school_id, announcement_id) DO NOTHING
"""
_TELL = """
INSERT INTO message (announcement_id, person_id, pupil_ids, sent_at)
SELECT announcement_id, concerned.person_id,
  array_agg(DISTINCT concerned.pupil_id ORDER BY concerned.pupil_id), :sent_at
FROM announcement CROSS JOIN LATERAL (
  SELECT guardian_id AS person_id, pupil.pupil_id
  FROM pupil JOIN guardianship USING (school_id, pupil_id) CROSS JOIN unnest(guardian_ids) AS guardian_id
  WHERE announcement.audience = 'class_guardians'
    AND pupil.school_id = announcement.school_id AND pupil.class_id = announcement.class_id
  UNION ALL
  SELECT guardian_id, pupil.pupil_id
  FROM pupil JOIN guardianship USING (school_id, pupil_id) CROSS JOIN unnest(guardian_ids) AS guardian_id
  WHERE announcement.audience = 'school_guardians'
    AND pupil.school_id = announcement.school_id AND pupil.class_id IS NOT NULL
  UNION ALL
  SELECT guardian_id, guardianship.pupil_id
  FROM guardianship CROSS JOIN unnest(guardian_ids) AS guardian_id
  WHERE announcement.audience = 'child_guardians'
    AND guardianship.school_id = announcement.school_id AND guardianship.pupil_id = announcement.pupil_id
  UNION ALL
  SELECT leadership.person_id, announcement.pupil_id
  FROM leadership
  WHERE announcement.audience = 'class_heads'
    AND leadership.school_id = announcement.school_id AND leadership.class_ids @> ARRAY[announcement.class_id]
  UNION ALL
  SELECT person_id, announcement.pupil_id FROM unnest(announcement.person_ids) AS person_id
  WHERE announcement.audience = 'named'
) AS concerned
WHERE announcement_id = ANY(CAST(:announcement_ids AS uuid[]))
  AND (:everybody OR concerned.person_id = ANY(CAST(:person_ids AS uuid[])))
GROUP BY announcement_id, concerned.person_id
ON CONFLICT (school_id, announcement_id, person_id) DO UPDATE SET pupil_ids = excluded.pupil_ids
WHERE message.pupil_ids <> excluded.pupil_ids
"""
_CONCERNING_PUPIL = """
SELECT guardian_ids AS person_ids, ARRAY(
  SELECT announcement_id FROM announcement
  WHERE announced_at > :since AND audience = 'child_guardians' AND announcement.pupil_id = guardianship.pupil_id
  UNION ALL
  SELECT announcement_id FROM announcement JOIN pupil USING (school_id, class_id)
  WHERE announced_at > :since AND audience = 'class_guardians' AND pupil.pupil_id = guardianship.pupil_id
  UNION ALL
  SELECT announcement_id FROM announcement JOIN pupil USING (school_id)
  WHERE announced_at > :since AND audience = 'school_guardians' AND pupil.pupil_id = guardianship.pupil_id
    AND pupil.class_id IS NOT NULL
) AS announcement_ids
FROM guardianship WHERE pupil_id = :pupil_id
"""
_CONCERNING_LEADER = """
SELECT ARRAY[person_id] AS person_ids, ARRAY(
  SELECT announcement_id FROM announcement
  WHERE announced_at > :since AND audience = 'class_heads' AND class_id = ANY(leadership.class_ids)
) AS announcement_ids
FROM leadership WHERE person_id = :person_id
"""
_FORGET = (
    "DELETE FROM announcement WHERE pupil_id = :pupil_id",
    "DELETE FROM message WHERE pupil_ids = ARRAY[CAST(:pupil_id AS uuid)]",
    """
    UPDATE message SET pupil_ids = array_remove(pupil_ids, CAST(:pupil_id AS uuid))
    WHERE pupil_ids @> ARRAY[CAST(:pupil_id AS uuid)]
    """,
)


class Announcements(Unit):
    """What happened, and telling it."""

    def announce(self, announcement_id: str, announcement: Announcement) -> None:
        """Keep the announcement and tell everybody whom it concerns, as far as they are known."""
        self.row(_WITH_OTHERS)
        self.run(
            _KEEP, announcement_id=announcement_id, cause=announcement.cause, about_id=announcement.about_id,
            audience=announcement.audience, class_id=announcement.class_id, pupil_id=announcement.pupil_id,
            facts=dict(announcement.facts), person_ids=list(announcement.person_ids), announced_at=self.now,
        )
        self._tell([announcement_id], everybody=True)

    def tell_guardians(self, pupil_id: str, since: datetime) -> None:
        """Tell this pupil's guardians what concerns them since then and has not been told to them for this child."""
        self.row(_ALONE)
        for late in self.rows(_CONCERNING_PUPIL, pupil_id=pupil_id, since=since):
            self._tell(late.announcement_ids, late.person_ids)

    def tell_leader(self, person_id: str, since: datetime) -> None:
        """Tell this person what concerns the classes they lead since then and has not been told to them."""
        self.row(_ALONE)
        for late in self.rows(_CONCERNING_LEADER, person_id=person_id, since=since):
            self._tell(late.announcement_ids, late.person_ids)

    def forget_pupil(self, pupil_id: str) -> None:
        """Let nothing be kept that was told of this pupil alone; messages of several children are of the others."""
        self.row(_ALONE)
        for statement in _FORGET:
            self.run(statement, pupil_id=pupil_id)

    def _tell(
        self, announcement_ids: Sequence[str], person_ids: Sequence[str] = (), *, everybody: bool = False
    ) -> None:
        if announcement_ids:
            self.run(
                _TELL, announcement_ids=list(announcement_ids), person_ids=list(person_ids), everybody=everybody,
                sent_at=self.now,
            )

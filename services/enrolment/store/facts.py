"""Facts: classes, people and the calendar as other houses announced them; a later number wins, whatever comes first."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from contracts.directory.calendar import CalendarPublished
from plumbing.unit import Unit
from services.enrolment.application.unit import Child
from services.enrolment.domain.posts import FAMILY

_KEEP_CLASS = """
INSERT INTO school_class (class_id, grade, sequence) VALUES (:class_id, :grade, :sequence)
ON CONFLICT (school_id, class_id) DO UPDATE SET grade = excluded.grade, sequence = excluded.sequence
WHERE school_class.sequence < excluded.sequence
"""
_KEEP_PUPIL = """
INSERT INTO pupil (pupil_id, class_id, sequence) VALUES (:pupil_id, :class_id, :sequence)
ON CONFLICT (school_id, pupil_id) DO UPDATE SET class_id = excluded.class_id, sequence = excluded.sequence
WHERE pupil.sequence < excluded.sequence
"""
_KEEP_STAFF = """
INSERT INTO staff (grant_list_id, person_id, posts, sequence)
VALUES (:grant_list_id, :person_id, CAST(:posts AS text[]), :sequence)
ON CONFLICT (school_id, grant_list_id) DO UPDATE
SET person_id = excluded.person_id, posts = excluded.posts, sequence = excluded.sequence
WHERE staff.sequence < excluded.sequence
"""
_KEEP_GUARDIANS = """
INSERT INTO guardianship (pupil_id, guardian_ids, sequence)
VALUES (:pupil_id, CAST(:guardian_ids AS uuid[]), :sequence)
ON CONFLICT (school_id, pupil_id) DO UPDATE SET guardian_ids = excluded.guardian_ids, sequence = excluded.sequence
WHERE guardianship.sequence < excluded.sequence
"""
_MEMBERS = """
SELECT post, person_id FROM staff CROSS JOIN LATERAL unnest(posts) AS post WHERE posts && CAST(:posts AS text[])
UNION ALL
SELECT 'guardian@' || pupil_id, guardian_id FROM guardianship CROSS JOIN LATERAL unnest(guardian_ids) AS guardian_id
WHERE pupil_id = ANY(CAST(:pupil_ids AS uuid[]))
"""
_HOLDERS = """
SELECT DISTINCT person_id FROM staff CROSS JOIN LATERAL unnest(posts) AS post
WHERE split_part(post, '@', 1) = ANY(CAST(:roles AS text[]))
"""
_POSTS_HELD = """
SELECT DISTINCT post FROM staff CROSS JOIN LATERAL unnest(posts) AS post
WHERE person_id = ANY(CAST(:person_ids AS uuid[])) ORDER BY post
"""
_KEEP_CALENDAR = """
INSERT INTO {table} (calendar_id, stated, sequence) VALUES (:calendar_id, :stated, :sequence)
ON CONFLICT ({owner}, calendar_id) DO UPDATE SET stated = excluded.stated, sequence = excluded.sequence
WHERE {table}.sequence < excluded.sequence
"""
_KEEP_DISTRICTS = _KEEP_CALENDAR.format(table="calendar", owner="district_id")
_KEEP_OWN = _KEEP_CALENDAR.format(table="school_calendar", owner="school_id")
_CALENDAR = """
SELECT stated, true AS own FROM school_calendar UNION ALL SELECT stated, false FROM calendar ORDER BY own DESC LIMIT 1
"""
_CHILD = """
SELECT pupil.pupil_id, pupil.class_id, school_class.grade
FROM pupil JOIN school_class USING (school_id, class_id)
WHERE pupil.pupil_id = :pupil_id
"""
_HOLD_CHILD = f"{_CHILD} FOR SHARE OF pupil"


class Facts(Unit):
    """What this house keeps of others' facts."""

    def keep_class(self, class_id: str, grade: int, sequence: int) -> None:
        """Let the class have this grade."""
        self.run(_KEEP_CLASS, class_id=class_id, grade=grade, sequence=sequence)

    def keep_pupil(self, pupil_id: str, class_id: str | None, sequence: int) -> bool:
        """Let the pupil be in this class, or in none; say whether that is news."""
        return bool(self.run(_KEEP_PUPIL, pupil_id=pupil_id, class_id=class_id, sequence=sequence))

    def keep_calendar(self, published: CalendarPublished, sequence: int) -> None:
        """Let this be the district's calendar."""
        self._keep_calendar(_KEEP_DISTRICTS, published, sequence)

    def keep_own_calendar(self, published: CalendarPublished, sequence: int) -> None:
        """Let this be the school's own calendar; it holds before the district's."""
        self._keep_calendar(_KEEP_OWN, published, sequence)

    def _keep_calendar(self, statement: str, published: CalendarPublished, sequence: int) -> None:
        self.run(statement, calendar_id=published.calendar_id, stated=published.dump(), sequence=sequence)

    def calendar(self) -> CalendarPublished | None:
        """Return the calendar of the school, its district's where it has none of its own, as it was announced."""
        row = self.row(_CALENDAR)
        return CalendarPublished.restore(row.stated) if row else None

    def keep_staff(self, grant_list_id: str, person_id: str, posts: Sequence[str], sequence: int) -> None:
        """Let the person hold these posts."""
        self.run(
            _KEEP_STAFF, grant_list_id=grant_list_id, person_id=person_id, posts=list(posts), sequence=sequence
        )

    def keep_guardians(self, pupil_id: str, guardian_ids: Sequence[str], sequence: int) -> None:
        """Let these be the pupil's guardians."""
        self.run(_KEEP_GUARDIANS, pupil_id=pupil_id, guardian_ids=list(guardian_ids), sequence=sequence)

    def members(self, posts: Collection[str]) -> Mapping[str, frozenset[str]]:
        """Return who holds each of these posts; a post that nobody holds is left out."""
        pupil_ids = [pupil_id for group, _, pupil_id in (one.partition("@") for one in posts) if group == FAMILY]
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.rows(_MEMBERS, posts=sorted(posts), pupil_ids=pupil_ids) if posts else ():
            found[row.post].add(row.person_id)
        return {name: frozenset(people) for name, people in found.items() if name in posts}

    def holders_of(self, roles: Sequence[str]) -> frozenset[str]:
        """Return who holds any of these roles in the school, of whatever class or grade."""
        return frozenset(row.person_id for row in self.rows(_HOLDERS, roles=list(roles)))

    def posts_held(self, person_ids: Collection[str]) -> Sequence[str]:
        """Return every post that any of these people hold."""
        return [row.post for row in self.rows(_POSTS_HELD, person_ids=sorted(person_ids))] if person_ids else []

    def child(self, pupil_id: str) -> Child | None:
        """Return a pupil who is in a class of this school."""
        return self._child(_CHILD, pupil_id)

    def hold_child(self, pupil_id: str) -> Child | None:
        """Return a pupil who is in a class, and let nobody move them to another until this transaction ends."""
        return self._child(_HOLD_CHILD, pupil_id)

    def _child(self, sql: str, pupil_id: str) -> Child | None:
        row = self.row(sql, pupil_id=pupil_id)
        return Child(pupil_id=row.pupil_id, class_id=row.class_id, grade=row.grade) if row else None

"""Checkups: what a school's roll lacks, counted by one statement; its last rosters, by another."""

from contracts.directory.checkup import Lack, Lacking
from contracts.job import JobState
from plumbing.unit import Unit
from services.directory.application.checkup_unit import LatestRoster
from services.directory.domain.class_name import class_name

_LACKS = """
WITH seated AS (
  SELECT school_id, class_id, grade, number, pupil_id FROM pupil JOIN school_class USING (school_id, class_id)
), open_class AS (
  SELECT DISTINCT class_id, grade, number FROM seated
), taught AS (
  SELECT DISTINCT class_id, open_class.grade, subject FROM staff_grant JOIN open_class USING (class_id)
  WHERE role = 'teacher' AND subject IS NOT NULL
), known AS (
  SELECT grade, subject FROM taught GROUP BY grade, subject
  HAVING 2 * count(*) >= (SELECT count(*) FROM open_class WHERE open_class.grade = taught.grade)
), colleague AS (
  SELECT person_id, account.person_id IS NOT NULL AS has_account, coalesce(confirmed, false) AS has_factor
  FROM staff LEFT JOIN account USING (person_id) LEFT JOIN second_factor USING (person_id)
  WHERE EXISTS (SELECT FROM staff_grant held WHERE (held.school_id, held.staff_id) = (staff.school_id, staff.staff_id))
), lack (rank, lacking, class_id, subject, times) AS (
  SELECT 1, 'head_teacher', class_id, CAST(NULL AS text), 1 FROM open_class
  WHERE NOT EXISTS (SELECT FROM staff_grant held WHERE role = 'head_teacher' AND held.class_id = open_class.class_id)
  UNION ALL
  SELECT 2, 'subject_teacher', class_id, subject, 1 FROM open_class JOIN known USING (grade)
  WHERE NOT EXISTS (SELECT FROM taught WHERE (class_id, subject) = (open_class.class_id, known.subject))
  UNION ALL
  SELECT 3, 'class', CAST(NULL AS uuid), NULL, count(*) FROM pupil
  WHERE class_id IS NULL AND left_on IS NULL
  UNION ALL
  SELECT 4, 'guardian', class_id, NULL, count(*) FROM seated
  WHERE NOT EXISTS (
    SELECT FROM guardianship held WHERE (held.school_id, held.pupil_id) = (seated.school_id, seated.pupil_id)
  )
  GROUP BY class_id
  UNION ALL
  SELECT 5, 'guardian_account', class_id, NULL, count(DISTINCT guardian_id)
  FROM seated JOIN guardianship USING (school_id, pupil_id)
  WHERE NOT EXISTS (SELECT FROM account WHERE account.person_id = guardian_id) GROUP BY class_id
  UNION ALL
  SELECT 6, 'staff_account', NULL, NULL, count(*) FROM colleague WHERE NOT has_account
  UNION ALL
  SELECT 7, 'second_factor', NULL, NULL, count(*) FROM colleague WHERE has_account AND NOT has_factor
)
SELECT lacking, class_id, grade, number, subject, times FROM lack LEFT JOIN open_class USING (class_id)
WHERE times > 0 ORDER BY rank, grade, number, subject
"""
_ROSTERS = """
SELECT roster_id, roster.asked_by, checked.state AS check, taken.state AS take_in,
  CAST(result -> 'counts' ->> 'bad' AS integer) AS bad,
  (SELECT sum(CAST(value AS integer)) FROM jsonb_each_text(result -> 'counts')
   WHERE key IN ('new', 'moved', 'changed', 'left')) AS rows
FROM (SELECT DISTINCT ON (people) * FROM roster ORDER BY people, asked_at DESC, roster_id DESC) roster
  JOIN job checked ON (checked.school_id, checked.job_id) = (roster.school_id, check_job_id)
  LEFT JOIN job taken ON (taken.school_id, taken.job_id) = (roster.school_id, take_in_job_id)
ORDER BY people
"""


class Checkups(Unit):
    """What is missing in one school."""

    def lacks_of_people(self) -> tuple[Lack, ...]:
        """Return what classes, pupils, guardians and staff of this school are without, by grade and class."""
        return tuple(
            Lack(
                lacking=Lacking(row.lacking), count=row.times, class_id=row.class_id, subject=row.subject,
                class_name=class_name(row.grade, row.number) if row.class_id else None,
            )
            for row in self.rows(_LACKS)
        )

    def latest_rosters(self) -> tuple[LatestRoster, ...]:
        """Return the last roster of each kind that was handed in here, whoever did."""
        return tuple(
            LatestRoster(
                roster_id=row.roster_id, asked_by=row.asked_by, check=JobState(row.check),
                take_in=JobState(row.take_in) if row.take_in else None, rows=row.rows, bad=row.bad,
            )
            for row in self.rows(_ROSTERS)
        )

-- Since when somebody is a child's guardian and who let them in; and who was one, from when to when.

ALTER TABLE guardianship
  ADD COLUMN since timestamptz,
  ADD COLUMN invited_by uuid;
ALTER TABLE guardianship ALTER COLUMN since SET DEFAULT qingfu.now();

-- Rows are only ever added; they go with the child, when it is erased.
CREATE TABLE past_guardianship (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  pupil_id uuid NOT NULL,
  guardian_id uuid NOT NULL,
  relation text,
  since timestamptz,
  until timestamptz NOT NULL DEFAULT qingfu.now(),
  reason text NOT NULL
    CHECK (reason IN ('own_wish', 'custody', 'no_longer_caring', 'protection', 'mistaken', 'roster')),
  ended_by uuid,
  PRIMARY KEY (school_id, pupil_id, guardian_id, until),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil ON DELETE CASCADE
);
SELECT qingfu.school_table('past_guardianship', 'SELECT, INSERT');

-- Some things the whole school's families are told of (E2).
ALTER TABLE announcement
  ALTER COLUMN class_id DROP NOT NULL,
  DROP CONSTRAINT announcement_audience_check,
  ADD CONSTRAINT announcement_audience_check
    CHECK (audience IN ('class_guardians', 'child_guardians', 'class_heads', 'named', 'school_guardians')),
  DROP CONSTRAINT announcement_check,
  ADD CONSTRAINT announcement_concerns CHECK (
    CASE audience WHEN 'school_guardians' THEN true WHEN 'class_guardians' THEN class_id IS NOT NULL
      ELSE class_id IS NOT NULL AND pupil_id IS NOT NULL END
  );
CREATE INDEX announcement_of_whole_school ON announcement (school_id, announced_at) WHERE audience = 'school_guardians';

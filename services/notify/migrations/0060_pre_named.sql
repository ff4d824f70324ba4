-- Some events say themselves whom they concern.
ALTER TABLE announcement
  ADD COLUMN person_ids uuid[] NOT NULL DEFAULT '{}',
  DROP CONSTRAINT announcement_audience_check,
  ADD CONSTRAINT announcement_audience_check
    CHECK (audience IN ('class_guardians', 'child_guardians', 'class_heads', 'named'));

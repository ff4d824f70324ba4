-- When something is offered is its session's to say, and the term its programme's.
ALTER TABLE offering
  DROP COLUMN term, DROP COLUMN first_day, DROP COLUMN last_day,
  DROP COLUMN starts_at, DROP COLUMN ends_at, DROP COLUMN collect_by,
  ALTER COLUMN programme_id SET NOT NULL, ALTER COLUMN session_id SET NOT NULL;

-- What a session was opened on and when it was last used, for the person who wonders whether it is still theirs.

ALTER TABLE session
  ADD COLUMN browser text NOT NULL DEFAULT 'other',
  ADD COLUMN system text NOT NULL DEFAULT 'other',
  ADD COLUMN seen_at timestamptz NOT NULL DEFAULT qingfu.now();
DO $$ BEGIN
  EXECUTE format('GRANT UPDATE (seen_at) ON session TO %I', qingfu.service());
END $$;

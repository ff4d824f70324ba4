-- Why an office ended a session, for the person who wonders; it goes with the session.

ALTER TABLE session
  ADD COLUMN ended_for text CHECK (ended_for IN ('lost', 'left_open', 'suspected', 'own_wish'));
DO $$ BEGIN
  EXECUTE format('GRANT UPDATE (ended_for) ON session TO %I', qingfu.service());
END $$;

-- From when to when a place was held, for fees are counted by days (E15); null for what was before days were kept.
ALTER TABLE place ADD COLUMN given_on date, ADD COLUMN released_on date;
DO $$ BEGIN
  EXECUTE format('GRANT UPDATE (given_on, released_on) ON place TO %I', qingfu.service());
END $$;

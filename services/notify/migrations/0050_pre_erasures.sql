-- When a child's data are deleted, what was told of it alone goes, and it is left out of what was told of more children.
DO $$ BEGIN
  EXECUTE format('GRANT DELETE ON announcement, message TO %I', qingfu.service());
END $$;
CREATE INDEX message_of_pupil ON message USING gin (pupil_ids);

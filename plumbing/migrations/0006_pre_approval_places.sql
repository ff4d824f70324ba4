-- A child moves to another class: its case then waits for that class's head teacher.
DO $$ BEGIN
  EXECUTE format('GRANT UPDATE (places) ON approval_case TO %I', qingfu.service());
END $$;

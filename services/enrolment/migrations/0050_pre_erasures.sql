-- When a child's data are deleted, its applications go, and answers to keys that speak of it.
DO $$ BEGIN
  EXECUTE format('GRANT DELETE ON application, place, idempotency TO %I', qingfu.service());
END $$;

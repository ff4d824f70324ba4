-- A family may ask who has looked at its child: the house may read its own record, and still neither change nor drop a row.

DO $$ BEGIN
  EXECUTE format('GRANT SELECT ON audit TO %I', qingfu.service());
END $$;

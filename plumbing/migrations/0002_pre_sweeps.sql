-- Forgetting: the role of the sweeps may delete from the tables declared here, and of each row see only what tells its age.

CREATE FUNCTION qingfu.swept_table(name text, seen text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE sweep text := qingfu.service() || '_sweep';
BEGIN
  EXECUTE format('GRANT SELECT (%s), DELETE ON %I TO %I', seen, name, sweep);
  IF (SELECT relrowsecurity FROM pg_class WHERE oid = name::regclass) THEN
    EXECUTE format('CREATE POLICY sweep ON %I TO %I USING (true) WITH CHECK (true)', name, sweep);
  END IF;
END $$;

SELECT qingfu.swept_table('outbox', 'seq, published_at');
DO $$ BEGIN
  EXECUTE format('REVOKE DELETE ON outbox FROM %I', qingfu.service() || '_relay');
END $$;

CREATE INDEX inbox_received ON inbox (received_at);
SELECT qingfu.swept_table('inbox', 'consumer, message_id, received_at');

CREATE INDEX idempotency_created ON idempotency (created_at);
SELECT qingfu.swept_table('idempotency', 'school_id, actor_id, key, created_at');

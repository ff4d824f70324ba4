-- What every house's database has before its own tables: scope, clock, the three kinds of table, and the plumbing's tables.
-- Run by <house>_owner; app.service names the house, whose role owns nothing and sees only what is granted here.

CREATE SCHEMA qingfu;

CREATE FUNCTION qingfu.service() RETURNS text LANGUAGE sql STABLE
  RETURN current_setting('app.service');

CREATE FUNCTION qingfu.now() RETURNS timestamptz LANGUAGE sql STABLE
  RETURN now() + coalesce(nullif(current_setting('app.clock_offset', true), ''), '0s')::interval;

CREATE FUNCTION qingfu.district() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.district', true), '')::uuid;

CREATE FUNCTION qingfu.school() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.school', true), '')::uuid;

-- A table of the platform belongs to nobody: no row of it says anything about a person (but in directory).
CREATE FUNCTION qingfu.platform_table(name text, rights text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('COMMENT ON TABLE %I IS %L', name, 'platform');
  IF rights <> '' THEN
    EXECUTE format('GRANT %s ON %I TO %I', rights, name, qingfu.service());
  END IF;
END $$;

CREATE FUNCTION qingfu.fenced_table(name text, rights text, kind text, fence text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('COMMENT ON TABLE %I IS %L', name, kind);
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
  EXECUTE format('CREATE POLICY own_%s ON %I TO %I USING (%s) WITH CHECK (%s)', kind, name, qingfu.service(), fence, fence);
  EXECUTE format('CREATE POLICY migration ON %I TO %I USING (true) WITH CHECK (true)', name, current_user);
  EXECUTE format('GRANT %s ON %I TO %I', rights, name, qingfu.service());
END $$;

CREATE FUNCTION qingfu.school_table(name text, rights text) RETURNS void LANGUAGE sql AS $$
  SELECT qingfu.fenced_table(name, rights, 'school', 'school_id = qingfu.school()')
$$;

CREATE FUNCTION qingfu.district_table(name text, rights text) RETURNS void LANGUAGE sql AS $$
  SELECT qingfu.fenced_table(name, rights, 'district', 'district_id = qingfu.district()')
$$;

DO $$
DECLARE role text;
BEGIN
  FOREACH role IN ARRAY ARRAY['', '_relay', '_sweep'] LOOP
    EXECUTE format('GRANT USAGE ON SCHEMA qingfu, public TO %I', qingfu.service() || role);
  END LOOP;
END $$;

CREATE TABLE migration (
  name text PRIMARY KEY,
  sha256 text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
SELECT qingfu.platform_table('migration', 'SELECT');

-- An event is a row here, written in the transaction of the change it reports. The house may only add.
CREATE TABLE outbox (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id uuid NOT NULL UNIQUE,
  type text NOT NULL,
  subject uuid NOT NULL,
  sequence bigint NOT NULL,
  district_id uuid,
  school_id uuid,
  correlation_id text NOT NULL,
  causation_id text,
  body text NOT NULL,
  occurred_at timestamptz NOT NULL DEFAULT qingfu.now(),
  published_at timestamptz,
  unroutable_at timestamptz,
  UNIQUE (subject, sequence)
);
CREATE INDEX outbox_waiting ON outbox (seq) WHERE published_at IS NULL AND unroutable_at IS NULL;
CREATE INDEX outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL;
SELECT qingfu.platform_table('outbox', 'INSERT');

-- Counts each aggregate's events 1..n; its row is the lock that keeps two writers of one aggregate in order.
CREATE TABLE stream (
  subject uuid PRIMARY KEY,
  sequence bigint NOT NULL
);
SELECT qingfu.platform_table('stream', 'SELECT, INSERT, UPDATE');

DO $$
BEGIN
  EXECUTE format('GRANT SELECT, UPDATE (published_at, unroutable_at), DELETE ON outbox TO %I', qingfu.service() || '_relay');
END $$;

-- One row for each event a consumer has put into effect, in the transaction of the effect.
CREATE TABLE inbox (
  consumer text NOT NULL,
  message_id uuid NOT NULL,
  received_at timestamptz NOT NULL DEFAULT qingfu.now(),
  PRIMARY KEY (consumer, message_id)
);
SELECT qingfu.platform_table('inbox', 'SELECT, INSERT');

-- What was answered to a key, refusals included; visible only together with its effect.
CREATE TABLE idempotency (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  actor_id uuid NOT NULL,
  key text NOT NULL,
  call text NOT NULL,
  body_sha256 text NOT NULL,
  answer jsonb,
  refusal jsonb,
  created_at timestamptz NOT NULL DEFAULT qingfu.now(),
  PRIMARY KEY (school_id, actor_id, key)
);
SELECT qingfu.school_table('idempotency', 'SELECT, INSERT, UPDATE (answer, refusal)');

-- Who did or read what; rows are only ever added.
CREATE TABLE audit (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT qingfu.now(),
  actor_id uuid NOT NULL,
  action text NOT NULL,
  object_kind text NOT NULL,
  object_id uuid NOT NULL,
  pupil_id uuid,
  request_id text NOT NULL,
  PRIMARY KEY (school_id, id)
);
CREATE INDEX audit_of_pupil ON audit (school_id, pupil_id, at) WHERE pupil_id IS NOT NULL;
SELECT qingfu.school_table('audit', 'INSERT');

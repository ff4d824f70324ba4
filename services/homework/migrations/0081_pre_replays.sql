-- A draft of a layer that the office has tried on the past: what it would say, for which days, and what that would change.
CREATE TABLE replay (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  replay_id uuid NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT qingfu.now(),
  layer text NOT NULL CHECK (layer IN ('district', 'school')),
  norms jsonb NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL CHECK (last_day >= first_day),
  job_id uuid NOT NULL,
  result jsonb,
  PRIMARY KEY (school_id, replay_id)
);
CREATE INDEX replay_asked ON replay (asked_at);
SELECT qingfu.school_table('replay', 'SELECT, INSERT, UPDATE (result)');
SELECT qingfu.swept_table('replay', 'school_id, replay_id, asked_at');

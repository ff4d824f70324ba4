-- A roster that was handed in: what a check of it found, and the jobs that check it and take it in.
CREATE TABLE roster (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  roster_id uuid NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT qingfu.now(),
  file_id uuid NOT NULL,
  suffix text NOT NULL,
  people text NOT NULL CHECK (people IN ('pupils', 'staff')),
  whole text NOT NULL CHECK (whole IN ('part', 'classes', 'school')),
  check_job_id uuid NOT NULL,
  take_in_job_id uuid,
  plan_digest text,
  result jsonb,
  PRIMARY KEY (school_id, roster_id),
  CHECK ((plan_digest IS NULL) = (result IS NULL))
);
CREATE INDEX roster_asked ON roster (asked_at);
SELECT qingfu.school_table('roster', 'SELECT, INSERT, UPDATE (take_in_job_id, plan_digest, result)');
SELECT qingfu.swept_table('roster', 'school_id, roster_id, asked_at');

-- Jobs: work that takes too long for a call, asked for in the transaction of a command, done by a process of its own.

-- A file that somebody handed in for a job, or that a job made for them; whole when every piece of it has come.
CREATE TABLE job_file (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  file_id uuid NOT NULL,
  kept_by uuid NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL CHECK (size BETWEEN 1 AND 16777216),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  whole boolean NOT NULL DEFAULT false,
  kept_at timestamptz NOT NULL DEFAULT qingfu.now(),
  PRIMARY KEY (school_id, file_id)
);
CREATE INDEX job_file_kept ON job_file (kept_at);
SELECT qingfu.school_table('job_file', 'SELECT, INSERT, UPDATE (whole)');
SELECT qingfu.swept_table('job_file', 'school_id, file_id, kept_at');

-- Every piece but the last has 512 KiB. They go with their file.
CREATE TABLE job_piece (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  file_id uuid NOT NULL,
  number smallint NOT NULL CHECK (number BETWEEN 0 AND 31),
  content bytea NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 524288),
  PRIMARY KEY (school_id, file_id, number),
  FOREIGN KEY (school_id, file_id) REFERENCES job_file ON DELETE CASCADE
);
ALTER TABLE job_piece ALTER COLUMN content SET STORAGE EXTERNAL;
SELECT qingfu.school_table('job_piece', 'SELECT, INSERT');

-- `held_until`: nobody takes the job up before: while it runs, its worker's lease; after a failed attempt, a pause. It is
-- real time, never the settable clock's: moving that one must not leave a job held for months.
CREATE TABLE job (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  job_id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  actor jsonb NOT NULL,
  asked_by uuid NOT NULL GENERATED ALWAYS AS ((actor ->> 'person_id')::uuid) STORED,
  request_id text NOT NULL,
  arguments jsonb NOT NULL,
  input_file_id uuid,
  output_file_id uuid,
  steps_done integer NOT NULL DEFAULT 0 CHECK (steps_done >= 0),
  steps_total integer NOT NULL DEFAULT 0 CHECK (steps_total >= 0),
  refusal jsonb,
  attempts smallint NOT NULL DEFAULT 0,
  held_until timestamptz NOT NULL DEFAULT now(),
  asked_at timestamptz NOT NULL DEFAULT qingfu.now(),
  started_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (school_id, job_id),
  FOREIGN KEY (school_id, input_file_id) REFERENCES job_file ON DELETE SET NULL (input_file_id),
  FOREIGN KEY (school_id, output_file_id) REFERENCES job_file ON DELETE SET NULL (output_file_id),
  CHECK ((ended_at IS NOT NULL) = (state IN ('done', 'failed', 'cancelled'))),
  CHECK ((refusal IS NOT NULL) = (state = 'failed'))
);
CREATE INDEX job_to_do ON job (attempts, asked_at) WHERE state IN ('queued', 'running');
CREATE INDEX job_ended ON job (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX job_of_input ON job (school_id, input_file_id) WHERE input_file_id IS NOT NULL;
CREATE INDEX job_of_output ON job (school_id, output_file_id) WHERE output_file_id IS NOT NULL;
SELECT qingfu.school_table(
  'job', 'SELECT, INSERT, UPDATE (state, output_file_id, steps_done, steps_total, refusal, ended_at)');

-- The worker finds work over all schools with the sweeps' role: it sees where a job is, not what it is about or for whom.
SELECT qingfu.swept_table(
  'job', 'school_id, job_id, kind, state, request_id, attempts, held_until, asked_at, started_at, ended_at');
DO $$ BEGIN
  EXECUTE format(
    'GRANT UPDATE (state, refusal, attempts, held_until, started_at, ended_at) ON job TO %I', qingfu.service() || '_sweep');
END $$;

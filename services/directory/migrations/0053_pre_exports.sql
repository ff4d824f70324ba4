-- Children written down in a workbook: who asked for whom and what for, who let it be, and, for an hour, the workbook.

CREATE TABLE roll_export (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  export_id uuid NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  scope text NOT NULL CHECK (scope IN ('class', 'grade', 'school')),
  class_id uuid,
  grade smallint,
  contents text NOT NULL CHECK (contents IN ('names', 'contacts')),
  purpose text NOT NULL CHECK (purpose IN ('safety', 'report', 'class_work', 'activity')),
  pupils integer NOT NULL CHECK (pupils > 0),
  needs_release boolean NOT NULL,
  released_by uuid,
  job_id uuid,
  taken_at timestamptz,
  PRIMARY KEY (school_id, export_id),
  FOREIGN KEY (school_id, class_id) REFERENCES school_class,
  CHECK (released_by <> asked_by),
  CHECK (job_id IS NULL OR NOT needs_release OR released_by IS NOT NULL)
);
CREATE INDEX roll_export_asked ON roll_export (asked_at);
SELECT qingfu.school_table('roll_export', 'SELECT, INSERT, UPDATE (released_by, job_id, taken_at), DELETE');
SELECT qingfu.swept_table('roll_export', 'school_id, export_id, asked_at');

CREATE TABLE export_workbook (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  export_id uuid NOT NULL,
  content bytea NOT NULL,
  pupil_ids uuid[] NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT qingfu.now(),
  PRIMARY KEY (school_id, export_id),
  FOREIGN KEY (school_id, export_id) REFERENCES roll_export ON DELETE CASCADE
);
CREATE INDEX export_workbook_kept ON export_workbook (kept_at);
SELECT qingfu.school_table('export_workbook', 'SELECT, INSERT, DELETE');
SELECT qingfu.swept_table('export_workbook', 'school_id, export_id, kept_at');

-- A role that is to begin in a class of next year moves on with the class, as the roles that are held now do.
DO $$ BEGIN
  EXECUTE format('GRANT UPDATE (class_id) ON grant_to_come TO %I', qingfu.service());
END $$;

-- A school's own calendar: what it changes of its district's, and what was last announced of the whole.
CREATE TABLE school_calendar (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  calendar_id uuid NOT NULL,
  version integer NOT NULL DEFAULT 0,
  marked jsonb NOT NULL DEFAULT '[]',
  terms jsonb NOT NULL DEFAULT '[]',
  announced jsonb,
  PRIMARY KEY (school_id)
);
SELECT qingfu.school_table('school_calendar', 'SELECT, INSERT, UPDATE (version, marked, terms, announced)');

-- Every change ever made; rows are only ever added.
CREATE TABLE school_calendar_edition (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  version integer NOT NULL,
  action text NOT NULL CHECK (action IN ('mark_day', 'unmark_day', 'move_term')),
  about text NOT NULL,
  reason text NOT NULL,
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, version),
  FOREIGN KEY (school_id) REFERENCES school_calendar
);
SELECT qingfu.school_table('school_calendar_edition', 'SELECT, INSERT');

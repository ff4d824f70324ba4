-- The school's own calendar, where it has one, as directory last said; it holds before the district's.
CREATE TABLE school_calendar (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  calendar_id uuid NOT NULL,
  stated jsonb NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (school_id, calendar_id)
);
SELECT qingfu.school_table('school_calendar', 'SELECT, INSERT, UPDATE');

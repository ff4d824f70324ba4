-- What enrolment keeps of others' facts: which grade a class is, which class a pupil is in, which days are school days.
-- Each row carries the number of the event that said so; only a later one may change it.

CREATE TABLE school_class (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  class_id uuid NOT NULL,
  grade smallint NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (school_id, class_id)
);
SELECT qingfu.school_table('school_class', 'SELECT, INSERT, UPDATE');

-- A pupil who has left stays, without a class. The class may become known later than the pupil: no foreign key.
CREATE TABLE pupil (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  pupil_id uuid NOT NULL,
  class_id uuid,
  sequence bigint NOT NULL,
  PRIMARY KEY (school_id, pupil_id)
);
SELECT qingfu.school_table('pupil', 'SELECT, INSERT, UPDATE');

CREATE TABLE calendar (
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  calendar_id uuid NOT NULL,
  stated jsonb NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (district_id, calendar_id)
);
SELECT qingfu.district_table('calendar', 'SELECT, INSERT, UPDATE');

-- What notify keeps of others' facts: who is in which class, who guards whom, who leads which class.
-- Each row is the full state one event brought; only an event with a higher number may replace it.

CREATE TABLE pupil (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  pupil_id uuid NOT NULL,
  class_id uuid,
  sequence bigint NOT NULL,
  PRIMARY KEY (school_id, pupil_id)
);
CREATE INDEX pupil_of_class ON pupil (school_id, class_id);
SELECT qingfu.school_table('pupil', 'SELECT, INSERT, UPDATE');

-- Guardians may become known before their child is in a class, and the other way round: no foreign key.
CREATE TABLE guardianship (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  pupil_id uuid NOT NULL,
  guardian_ids uuid[] NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (school_id, pupil_id)
);
SELECT qingfu.school_table('guardianship', 'SELECT, INSERT, UPDATE');

CREATE TABLE leadership (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  grant_list_id uuid NOT NULL,
  person_id uuid NOT NULL,
  class_ids uuid[] NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (school_id, grant_list_id)
);
CREATE INDEX leadership_of_class ON leadership USING gin (class_ids);
SELECT qingfu.school_table('leadership', 'SELECT, INSERT, UPDATE');

-- Who decides for whom while they are away; a day that is over binds nobody.
CREATE TABLE stand_in (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  person_id uuid NOT NULL,
  stand_in_id uuid NOT NULL,
  first date NOT NULL,
  last date NOT NULL,
  PRIMARY KEY (school_id, person_id),
  CHECK (first <= last AND person_id <> stand_in_id)
);
SELECT qingfu.school_table('stand_in', 'SELECT, INSERT, UPDATE (stand_in_id, first, last), DELETE');

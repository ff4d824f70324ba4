-- What is offered, what families ask for, and who has a place or a number in the waiting line (E3, E4, E10).

-- The scarce thing. Its row is the lock under which places of this offering change hands; `taken` only moves by guarded
-- statements, and the CHECK stands behind them.
CREATE TABLE offering (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  offering_id uuid NOT NULL,
  term text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('basic_care', 'club')),
  title text NOT NULL,
  weekdays smallint[] NOT NULL CHECK (weekdays <@ '{1,2,3,4,5}' AND weekdays <> '{}'),
  starts_at time NOT NULL,
  ends_at time NOT NULL,
  collect_by time NOT NULL,
  grades smallint[] NOT NULL,
  capacity integer NOT NULL,
  taken integer NOT NULL DEFAULT 0,
  last_line_number integer NOT NULL DEFAULT 0,
  PRIMARY KEY (school_id, offering_id),
  CHECK (taken BETWEEN 0 AND capacity),
  CHECK (starts_at < ends_at AND ends_at <= collect_by),
  CHECK (first_day <= last_day)
);
CREATE INDEX offering_of_term ON offering (school_id, last_day);
SELECT qingfu.school_table('offering', 'SELECT, INSERT, UPDATE (taken, last_line_number)');

CREATE TABLE application (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  application_id uuid NOT NULL,
  pupil_id uuid NOT NULL,
  class_id uuid NOT NULL,
  applicant_id uuid NOT NULL,
  term text NOT NULL,
  state text NOT NULL DEFAULT 'submitted' CHECK (state IN ('submitted', 'approved', 'rejected', 'withdrawn')),
  submitted_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by uuid,
  reason text NOT NULL DEFAULT '',
  PRIMARY KEY (school_id, application_id),
  CHECK (state NOT IN ('approved', 'rejected') OR (decided_at IS NOT NULL AND decided_by IS NOT NULL)),
  CHECK (state <> 'rejected' OR reason <> '')
);
-- One open application per child and term.
CREATE UNIQUE INDEX application_open ON application (school_id, pupil_id, term) WHERE state IN ('submitted', 'approved');
CREATE INDEX application_of_pupil ON application (school_id, pupil_id, submitted_at);
CREATE INDEX application_of_class ON application (school_id, class_id, submitted_at);
SELECT qingfu.school_table(
  'application', 'SELECT, INSERT, UPDATE (class_id, state, decided_at, decided_by, reason)');

-- A place that waits keeps the number it drew; its position is counted, so the line closes up by itself.
CREATE TABLE place (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  application_id uuid NOT NULL,
  offering_id uuid NOT NULL,
  weekdays smallint[] NOT NULL CHECK (weekdays <> '{}'),
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'given', 'waiting', 'released')),
  line_number integer,
  PRIMARY KEY (school_id, application_id, offering_id),
  FOREIGN KEY (school_id, application_id) REFERENCES application,
  FOREIGN KEY (school_id, offering_id) REFERENCES offering,
  CHECK (state <> 'waiting' OR line_number IS NOT NULL)
);
CREATE UNIQUE INDEX place_in_line ON place (school_id, offering_id, line_number) WHERE state = 'waiting';
CREATE INDEX place_of_offering ON place (school_id, offering_id);
SELECT qingfu.school_table('place', 'SELECT, INSERT, UPDATE (state, line_number)');

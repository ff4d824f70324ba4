-- Homework: what was set, the class's day that every subject draws on, and our own copies of what other houses know.
-- A copy arrives when it arrives: no foreign key ever points at one.

-- Which grade a class is in, as directory last said.
CREATE TABLE school_class (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  class_id uuid NOT NULL,
  grade smallint NOT NULL CHECK (grade BETWEEN 1 AND 9),
  number smallint NOT NULL CHECK (number BETWEEN 1 AND 60),
  sequence bigint NOT NULL,
  PRIMARY KEY (school_id, class_id)
);
SELECT qingfu.school_table('school_class', 'SELECT, INSERT, UPDATE');

-- The district's calendar, as directory last said.
CREATE TABLE calendar (
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  calendar_id uuid NOT NULL,
  document jsonb NOT NULL,
  sequence bigint NOT NULL,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (district_id, calendar_id)
);
SELECT qingfu.district_table('calendar', 'SELECT, INSERT, UPDATE');

-- The norms of nation and district, as rulebook last published them.
CREATE TABLE district_layer (
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  layer_id uuid NOT NULL,
  layer text NOT NULL CHECK (layer IN ('national', 'district')),
  norms jsonb NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (district_id, layer_id)
);
SELECT qingfu.district_table('district_layer', 'SELECT, INSERT, UPDATE');

-- The school's own norms, as rulebook last published them.
CREATE TABLE school_layer (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  layer_id uuid NOT NULL,
  layer text NOT NULL CHECK (layer = 'school'),
  norms jsonb NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (school_id, layer_id)
);
SELECT qingfu.school_table('school_layer', 'SELECT, INSERT, UPDATE');

-- The one row that all subjects of a class share on a day (H2): minutes that stand, in each of the eight ways norms count.
-- No limit is stored: a norm lowered later does not break what stands. The guard is the statement that adds.
CREATE TABLE class_day (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  class_id uuid NOT NULL,
  day date NOT NULL,
  written_home_average integer NOT NULL DEFAULT 0 CHECK (written_home_average >= 0),
  written_home_maximum integer NOT NULL DEFAULT 0 CHECK (written_home_maximum >= 0),
  written_total_average integer NOT NULL DEFAULT 0 CHECK (written_total_average >= 0),
  written_total_maximum integer NOT NULL DEFAULT 0 CHECK (written_total_maximum >= 0),
  all_home_average integer NOT NULL DEFAULT 0 CHECK (all_home_average >= 0),
  all_home_maximum integer NOT NULL DEFAULT 0 CHECK (all_home_maximum >= 0),
  all_total_average integer NOT NULL DEFAULT 0 CHECK (all_total_average >= 0),
  all_total_maximum integer NOT NULL DEFAULT 0 CHECK (all_total_maximum >= 0),
  PRIMARY KEY (school_id, class_id, day)
);
SELECT qingfu.school_table('class_day', 'SELECT, INSERT, UPDATE');

-- A piece of homework as it now stands on the board (H4). It is never deleted, and whose it is never changes.
CREATE TABLE assignment (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  assignment_id uuid NOT NULL,
  sequence integer NOT NULL,
  state text NOT NULL CHECK (state IN ('published', 'corrected', 'withdrawn')),
  class_id uuid NOT NULL,
  teacher_id uuid NOT NULL,
  subject text NOT NULL,
  day date NOT NULL,
  kind text NOT NULL,
  place text NOT NULL CHECK (place IN ('school', 'home')),
  minutes integer NOT NULL CHECK (minutes > 0),
  content text NOT NULL,
  practices text[] NOT NULL,
  reason text NOT NULL,
  published_at timestamptz NOT NULL,
  changed_at timestamptz,
  PRIMARY KEY (school_id, assignment_id)
);
CREATE INDEX assignment_on_the_board ON assignment (school_id, day, class_id);
CREATE INDEX assignment_of_teacher ON assignment (school_id, teacher_id, day DESC, published_at DESC);
SELECT qingfu.school_table(
  'assignment', 'SELECT, INSERT, UPDATE (sequence, state, kind, place, minutes, content, reason, changed_at)'
);

-- Everything the board ever said about a piece; rows are only ever added.
CREATE TABLE assignment_version (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  assignment_id uuid NOT NULL,
  sequence integer NOT NULL,
  state text NOT NULL,
  kind text NOT NULL,
  place text NOT NULL,
  minutes integer NOT NULL,
  content text NOT NULL,
  reason text NOT NULL,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, assignment_id, sequence),
  FOREIGN KEY (school_id, assignment_id) REFERENCES assignment (school_id, assignment_id)
);
SELECT qingfu.school_table('assignment_version', 'SELECT, INSERT');

-- What stands is always a version that was written down: no correction can be silent.
ALTER TABLE assignment ADD CONSTRAINT assignment_stands_as_said
  FOREIGN KEY (school_id, assignment_id, sequence)
  REFERENCES assignment_version (school_id, assignment_id, sequence) DEFERRABLE INITIALLY DEFERRED;

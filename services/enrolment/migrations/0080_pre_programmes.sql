-- The term's programme: sessions, and what is offered in them; judged by the norms before it is announced (E2, E7, E8).

-- The norms over a school, as rulebook publishes them: what stands, and every edition.
CREATE TABLE district_layer (
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  layer_id uuid NOT NULL,
  layer text NOT NULL CHECK (layer IN ('national', 'district')),
  version integer NOT NULL,
  norms jsonb NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (district_id, layer_id)
);
SELECT qingfu.district_table('district_layer', 'SELECT, INSERT, UPDATE');

CREATE TABLE district_edition (
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  layer_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  norms jsonb NOT NULL,
  PRIMARY KEY (district_id, layer_id, version)
);
SELECT qingfu.district_table('district_edition', 'SELECT, INSERT');

CREATE TABLE school_layer (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  layer_id uuid NOT NULL,
  layer text NOT NULL CHECK (layer = 'school'),
  version integer NOT NULL,
  norms jsonb NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (school_id, layer_id)
);
SELECT qingfu.school_table('school_layer', 'SELECT, INSERT, UPDATE');

CREATE TABLE school_edition (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  layer_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  norms jsonb NOT NULL,
  PRIMARY KEY (school_id, layer_id, version)
);
SELECT qingfu.school_table('school_edition', 'SELECT, INSERT');

-- One a term. `judged` keeps under which editions it was announced, and what they warned of.
CREATE TABLE programme (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  programme_id uuid NOT NULL DEFAULT gen_random_uuid(),
  term text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'announced')),
  sequence integer NOT NULL DEFAULT 1,
  opens_at timestamptz,
  closes_on date,
  letter text NOT NULL DEFAULT '',
  announced_at timestamptz,
  announced_by uuid,
  judged jsonb,
  PRIMARY KEY (school_id, programme_id),
  UNIQUE (school_id, term),
  CHECK (first_day <= last_day),
  CHECK (state = 'draft' OR opens_at IS NOT NULL)
);
CREATE INDEX programme_of_school ON programme (school_id, last_day);
SELECT qingfu.school_table(
  'programme',
  'SELECT, INSERT, UPDATE (state, sequence, opens_at, closes_on, letter, announced_at, announced_by, judged)');

CREATE TABLE session (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  session_id uuid NOT NULL DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL,
  changes integer NOT NULL DEFAULT 1,
  kind text NOT NULL CHECK (kind IN ('morning', 'noon', 'after_school', 'late', 'summer_care')),
  called text NOT NULL,
  grades smallint[] NOT NULL,
  weekdays smallint[] NOT NULL,
  starts_at time NOT NULL,
  ends_at time NOT NULL,
  collect_by time NOT NULL,
  summer_starts_at time,
  summer_ends_at time,
  summer_collect_by time,
  PRIMARY KEY (school_id, session_id),
  FOREIGN KEY (school_id, programme_id) REFERENCES programme,
  CHECK (starts_at < ends_at AND ends_at <= collect_by)
);
CREATE INDEX session_of_programme ON session (school_id, programme_id);
SELECT qingfu.school_table('session', 'SELECT, INSERT, UPDATE, DELETE');

ALTER TABLE offering
  ADD COLUMN programme_id uuid,
  ADD COLUMN session_id uuid,
  ADD COLUMN changes integer NOT NULL DEFAULT 1,
  ADD COLUMN sort text NOT NULL DEFAULT 'club' CHECK (sort IN ('basic_care', 'club', 'outdoor_club', 'subject_help')),
  ADD COLUMN location text NOT NULL DEFAULT '',
  ADD COLUMN lead_id uuid,
  ADD COLUMN cover_id uuid,
  ADD COLUMN staff_kinds text[] NOT NULL DEFAULT '{}',
  ADD COLUMN fee_yuan integer NOT NULL DEFAULT 0 CHECK (fee_yuan >= 0),
  ADD COLUMN practices text[] NOT NULL DEFAULT '{}',
  ADD COLUMN institution text NOT NULL DEFAULT '',
  ADD COLUMN institution_sort text,
  ADD COLUMN white_listed_until date,
  ADD COLUMN selected_on date,
  ADD COLUMN description text NOT NULL DEFAULT '',
  ALTER COLUMN term DROP NOT NULL, ALTER COLUMN first_day DROP NOT NULL, ALTER COLUMN last_day DROP NOT NULL,
  ALTER COLUMN starts_at DROP NOT NULL, ALTER COLUMN ends_at DROP NOT NULL, ALTER COLUMN collect_by DROP NOT NULL,
  ADD FOREIGN KEY (school_id, programme_id) REFERENCES programme,
  ADD FOREIGN KEY (school_id, session_id) REFERENCES session;
CREATE INDEX offering_of_programme ON offering (school_id, programme_id);
CREATE INDEX offering_of_session ON offering (school_id, session_id);

-- What was offered before there were programmes: one programme a term, announced as it was.
INSERT INTO programme (school_id, term, first_day, last_day, state, opens_at)
SELECT school_id, term, min(first_day), max(last_day), 'announced', '2000-01-01' FROM offering GROUP BY school_id, term;
INSERT INTO session (school_id, programme_id, kind, called, grades, weekdays, starts_at, ends_at, collect_by)
SELECT offering.school_id, programme.programme_id, 'after_school',
  to_char(starts_at, 'HH24:MI') || '–' || to_char(ends_at, 'HH24:MI'),
  array_agg(DISTINCT grade ORDER BY grade), array_agg(DISTINCT weekday ORDER BY weekday),
  starts_at, ends_at, collect_by
FROM offering JOIN programme USING (school_id, term)
CROSS JOIN unnest(grades) AS grade CROSS JOIN unnest(weekdays) AS weekday
GROUP BY offering.school_id, programme.programme_id, starts_at, ends_at, collect_by;
UPDATE offering SET programme_id = session.programme_id, session_id = session.session_id,
  sort = CASE offering.kind WHEN 'basic_care' THEN 'basic_care' ELSE 'club' END
FROM session JOIN programme USING (school_id, programme_id)
WHERE offering.school_id = session.school_id AND offering.term = programme.term
  AND (offering.starts_at, offering.ends_at, offering.collect_by) = (session.starts_at, session.ends_at, session.collect_by);

DO $$ BEGIN
  EXECUTE format('GRANT DELETE, UPDATE (session_id, changes, kind, sort, title, weekdays, grades, capacity, location, lead_id,
    cover_id, staff_kinds, fee_yuan, practices, institution, institution_sort, white_listed_until, selected_on, description)
    ON offering TO %I', qingfu.service());
END $$;

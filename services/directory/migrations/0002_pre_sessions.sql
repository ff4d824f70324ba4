-- Signing in: before it nobody's school is known, so these tables belong to the platform, and two narrow questions about
-- one person may look across schools.

CREATE TABLE account (
  login text PRIMARY KEY,
  person_id uuid NOT NULL UNIQUE,
  district_id uuid NOT NULL,
  password_hash text NOT NULL,
  FOREIGN KEY (district_id, person_id) REFERENCES person
);
SELECT qingfu.platform_table('account', 'SELECT, INSERT');

-- The token itself is kept nowhere, only its hash.
CREATE TABLE session (
  session_id uuid PRIMARY KEY,
  secret bytea NOT NULL UNIQUE,
  person_id uuid NOT NULL REFERENCES account (person_id),
  created_at timestamptz NOT NULL DEFAULT qingfu.now(),
  expires_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX session_of_person ON session (person_id);
SELECT qingfu.platform_table('session', 'SELECT, INSERT, UPDATE (ended_at)');

-- How often somebody tried in vain. The name is a hash: people type passwords where the login belongs.
CREATE TABLE tries (
  name bytea PRIMARY KEY,
  made integer NOT NULL,
  heard_from timestamptz NOT NULL,
  forgotten_from timestamptz NOT NULL,
  proven boolean NOT NULL
);
CREATE INDEX tries_forgotten ON tries (forgotten_from);
SELECT qingfu.platform_table('tries', 'SELECT, INSERT, UPDATE, DELETE');

-- All that a person holds, in every school; `place` keeps the order of a list. Guardians hold their children, eldest first.
CREATE FUNCTION grants_of(wanted uuid)
RETURNS TABLE (
  district_id uuid, school_id uuid, place bigint, role text, class_id uuid, subject text, grade smallint, pupil_id uuid
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT s.district_id, g.school_id, g.place::bigint, g.role, g.class_id, g.subject, g.grade, NULL::uuid
  FROM staff JOIN staff_grant g USING (school_id, staff_id) JOIN school s USING (school_id)
  WHERE staff.person_id = wanted
  UNION ALL
  SELECT s.district_id, p.school_id, 1000 + row_number() OVER (ORDER BY c.grade DESC, c.number, p.seat_number),
    'guardian', p.class_id, NULL, NULL, p.pupil_id
  FROM guardianship JOIN pupil p USING (school_id, pupil_id) JOIN school s USING (school_id)
    LEFT JOIN school_class c ON c.school_id = p.school_id AND c.class_id = p.class_id
  WHERE guardianship.guardian_id = wanted
  UNION ALL
  SELECT d.district_id, NULL, 0, d.role, NULL, NULL, NULL, NULL FROM district_grant d WHERE d.person_id = wanted;
END;

CREATE FUNCTION own_name(wanted uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT person.name FROM person JOIN account USING (district_id, person_id) WHERE account.person_id = wanted;
END;

REVOKE ALL ON FUNCTION grants_of(uuid), own_name(uuid) FROM PUBLIC;
DO $$ BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION grants_of(uuid), own_name(uuid) TO %I', qingfu.service());
END $$;

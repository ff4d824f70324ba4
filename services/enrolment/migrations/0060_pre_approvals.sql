-- Applications go the way of their school's chain, one for each kind of service they ask for (E4).

-- Who decides, as rulebook published it; every version stays, for cases keep the one they began with. `district_id` says
-- where the worker that looks after due days finds the school.
CREATE TABLE chain (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  affair text NOT NULL,
  version integer NOT NULL,
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  definition jsonb NOT NULL,
  PRIMARY KEY (school_id, affair, version)
);
SELECT qingfu.school_table('chain', 'SELECT, INSERT');

-- What each of the staff may be asked to decide: their posts, each with the class or grade it is for.
CREATE TABLE staff (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  grant_list_id uuid NOT NULL,
  person_id uuid NOT NULL,
  posts text[] NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (school_id, grant_list_id)
);
SELECT qingfu.school_table('staff', 'SELECT, INSERT, UPDATE');

CREATE TABLE guardianship (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  pupil_id uuid NOT NULL,
  guardian_ids uuid[] NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (school_id, pupil_id)
);
SELECT qingfu.school_table('guardianship', 'SELECT, INSERT, UPDATE');

-- What an application asks of one kind of service. One from before chains has a case as soon as its school has a chain.
CREATE TABLE part (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  application_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('basic_care', 'club')),
  state text NOT NULL DEFAULT 'submitted'
    CHECK (state IN ('submitted', 'returned', 'approved', 'rejected', 'withdrawn', 'closed')),
  case_id uuid,
  PRIMARY KEY (school_id, application_id, kind),
  UNIQUE (school_id, case_id),
  FOREIGN KEY (school_id, application_id) REFERENCES application ON DELETE CASCADE,
  FOREIGN KEY (school_id, case_id) REFERENCES approval_case
);
CREATE INDEX part_without_case ON part (school_id) WHERE state = 'submitted' AND case_id IS NULL;
SELECT qingfu.school_table('part', 'SELECT, INSERT, UPDATE (state, case_id), DELETE');

INSERT INTO part (school_id, application_id, kind, state)
SELECT DISTINCT application.school_id, application.application_id, offering.kind, application.state
FROM application JOIN place USING (school_id, application_id) JOIN offering USING (school_id, offering_id);

ALTER TABLE application DROP CONSTRAINT application_state_check, ADD CONSTRAINT application_state_check
  CHECK (state IN ('submitted', 'returned', 'approved', 'rejected', 'withdrawn', 'closed'));
DROP INDEX application_open;
CREATE UNIQUE INDEX application_open ON application (school_id, pupil_id, term)
  WHERE state IN ('submitted', 'returned', 'approved');
CREATE INDEX application_of_school ON application (school_id, submitted_at);

CREATE INDEX approval_task_rings_anywhere ON approval_task (rings_on) WHERE rings_on IS NOT NULL;

-- Where something was asked for and has no case, though its school has a chain: another narrow question of the worker.
CREATE FUNCTION schools_with_left_over() RETURNS TABLE (district_id uuid, school_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT DISTINCT c.district_id, c.school_id FROM part p JOIN chain c ON (c.school_id, c.affair) = (p.school_id, p.kind)
  WHERE p.state = 'submitted' AND p.case_id IS NULL;
END;
REVOKE ALL ON FUNCTION schools_with_left_over() FROM PUBLIC;

-- Where a case is to be reminded of today, or is overdue: a narrow question across schools, of the worker.
CREATE FUNCTION schools_with_due_cases() RETURNS TABLE (district_id uuid, school_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT DISTINCT c.district_id, c.school_id FROM chain c WHERE c.school_id IN (
    SELECT t.school_id FROM approval_task t WHERE t.rings_on <= (qingfu.now() AT TIME ZONE 'Asia/Shanghai')::date
  );
END;
REVOKE ALL ON FUNCTION schools_with_due_cases() FROM PUBLIC;
DO $$ BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION schools_with_due_cases(), schools_with_left_over() TO %I, %I',
    qingfu.service(), qingfu.service() || '_sweep');
END $$;

-- Whose places there are to be audited: the operator's question, across schools.
CREATE FUNCTION schools_with_offerings() RETURNS TABLE (school_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT DISTINCT o.school_id FROM offering o;
END;
REVOKE ALL ON FUNCTION schools_with_offerings() FROM PUBLIC;
DO $$ BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION schools_with_offerings() TO %I', qingfu.service());
END $$;

-- Deleting a child's data for ever. What stays of it is who asked, who confirmed and when, by ids that lead to nobody.

CREATE TABLE erasure (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  pupil_id uuid NOT NULL,
  reason text NOT NULL CHECK (reason IN ('family', 'consent', 'mistake', 'left')),
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT qingfu.now(),
  expires_at timestamptz,
  confirmed_by uuid,
  done_at timestamptz,
  PRIMARY KEY (school_id, pupil_id),
  CHECK ((expires_at IS NULL) = (done_at IS NOT NULL)),
  CHECK ((confirmed_by IS NULL) = (done_at IS NULL)),
  CHECK (reason = 'left' OR confirmed_by <> asked_by)
);
CREATE INDEX erasure_over ON erasure (expires_at);
SELECT qingfu.school_table('erasure', 'SELECT, INSERT, UPDATE (reason, expires_at, confirmed_by, done_at), DELETE');
SELECT qingfu.swept_table('erasure', 'school_id, pupil_id, expires_at');
CREATE INDEX pupil_left ON pupil (school_id, left_on) WHERE left_on IS NOT NULL;

-- With a child go the lines that say who was its guardian; files and checked rosters may name it and go whole.
ALTER TABLE guardianship
  DROP CONSTRAINT guardianship_school_id_pupil_id_fkey,
  ADD FOREIGN KEY (school_id, pupil_id) REFERENCES pupil ON DELETE CASCADE;
DO $$ BEGIN
  EXECUTE format('GRANT DELETE ON pupil, roster, job_file, idempotency TO %I', qingfu.service());
END $$;

-- An adult is forgotten, with whatever points at them or their account, as soon as nobody and nothing here needs them: no
-- child, no post, in whatever school. The house may not delete people otherwise. Who they are is held until the end, so that
-- nobody makes them a guardian meanwhile.
CREATE FUNCTION forget_person(unneeded uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE belonging record;
BEGIN
  PERFORM FROM person WHERE person_id = unneeded FOR UPDATE;
  IF EXISTS (SELECT FROM guardianship WHERE guardian_id = unneeded)
    OR EXISTS (SELECT FROM past_guardianship WHERE guardian_id = unneeded)
    OR EXISTS (SELECT FROM staff WHERE person_id = unneeded)
    OR EXISTS (SELECT FROM district_grant WHERE person_id = unneeded)
  THEN
    RETURN false;
  END IF;
  FOR belonging IN
    SELECT conrelid::regclass AS name FROM pg_constraint
    WHERE contype = 'f' AND confrelid IN ('account'::regclass, 'person'::regclass) AND conrelid <> 'account'::regclass
  LOOP
    EXECUTE format('DELETE FROM %s WHERE person_id = $1', belonging.name) USING unneeded;
  END LOOP;
  DELETE FROM account WHERE person_id = unneeded;
  DELETE FROM person WHERE person_id = unneeded;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION forget_person(uuid) FROM PUBLIC;
DO $$ BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION forget_person(uuid) TO %I', qingfu.service());
END $$;

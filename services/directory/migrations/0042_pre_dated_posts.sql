-- Until when somebody holds a role, and roles that begin later. What stands in staff_grant is held now, by everybody's account.

ALTER TABLE staff_grant ADD COLUMN last date;
CREATE INDEX staff_grant_over ON staff_grant (last) WHERE last IS NOT NULL;

CREATE TABLE grant_to_come (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  grant_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  role text NOT NULL,
  class_id uuid,
  subject text,
  grade smallint,
  first date NOT NULL,
  last date,
  PRIMARY KEY (school_id, grant_id),
  FOREIGN KEY (school_id, staff_id) REFERENCES staff ON DELETE CASCADE,
  FOREIGN KEY (school_id, class_id) REFERENCES school_class,
  CHECK (first <= last)
);
CREATE INDEX grant_to_come_of_staff ON grant_to_come (school_id, staff_id);
SELECT qingfu.school_table('grant_to_come', 'SELECT, INSERT, DELETE');

-- Where a role begins or is over by the date: a narrow question across schools, of the worker that then turns them.
CREATE FUNCTION schools_with_due_roles() RETURNS TABLE (district_id uuid, school_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT s.district_id, s.school_id FROM school s WHERE s.school_id IN (
    SELECT g.school_id FROM staff_grant g WHERE g.last < (qingfu.now() AT TIME ZONE 'Asia/Shanghai')::date
    UNION ALL
    SELECT c.school_id FROM grant_to_come c WHERE c.first <= (qingfu.now() AT TIME ZONE 'Asia/Shanghai')::date
  );
END;
REVOKE ALL ON FUNCTION schools_with_due_roles() FROM PUBLIC;
DO $$ BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION schools_with_due_roles() TO %I, %I',
    qingfu.service(), qingfu.service() || '_sweep');
END $$;

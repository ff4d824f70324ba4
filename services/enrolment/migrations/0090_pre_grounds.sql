-- Why basic care was refused, as a code that oversight can count (E3); null where that was before there were codes.
ALTER TABLE part ADD COLUMN ground text
  CHECK (ground IN ('not_our_pupil', 'placed_already', 'withdrawn', 'full', 'unstated'));
CREATE INDEX part_refused ON part (school_id, application_id) WHERE ground IS NOT NULL;
DO $$ BEGIN
  EXECUTE format('GRANT UPDATE (ground) ON part TO %I', qingfu.service());
END $$;

-- How often each school of the asker's own district refused, by term and ground: numbers, and no application's id. Who
-- stands in a school, or in no district, is told nothing. A school belongs to the district that its chain came from.
CREATE FUNCTION refused_in_district() RETURNS TABLE (school_id uuid, term text, first_day date, ground text, times bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT p.school_id, p.term, p.first_day, r.ground, count(r.ground)
  FROM programme p LEFT JOIN (
    application a JOIN part r ON (r.school_id, r.application_id) = (a.school_id, a.application_id)
      AND r.state = 'rejected' AND r.ground IS NOT NULL
  ) ON (a.school_id, a.term) = (p.school_id, p.term)
  WHERE p.state = 'announced' AND qingfu.school() IS NULL
    AND p.school_id IN (SELECT c.school_id FROM chain c WHERE c.district_id = qingfu.district())
  GROUP BY p.school_id, p.term, p.first_day, r.ground;
END;
REVOKE ALL ON FUNCTION refused_in_district() FROM PUBLIC;
DO $$ BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION refused_in_district() TO %I', qingfu.service());
END $$;

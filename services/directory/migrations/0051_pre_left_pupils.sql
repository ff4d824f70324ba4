-- The right of a family to its child's record ends with the day on which the child leaves; who was guardian stays known.

CREATE OR REPLACE FUNCTION grants_of(wanted uuid)
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
  WHERE guardianship.guardian_id = wanted AND (p.left_on IS NULL OR p.left_on >= school_today())
  UNION ALL
  SELECT d.district_id, NULL, 0, d.role, NULL, NULL, NULL, NULL FROM district_grant d WHERE d.person_id = wanted;
END;

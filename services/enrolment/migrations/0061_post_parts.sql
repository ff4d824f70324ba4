-- What a process of before has taken in while the new ones were starting.
INSERT INTO part (school_id, application_id, kind, state)
SELECT DISTINCT application.school_id, application.application_id, offering.kind, application.state
FROM application JOIN place USING (school_id, application_id) JOIN offering USING (school_id, offering_id)
ON CONFLICT DO NOTHING;

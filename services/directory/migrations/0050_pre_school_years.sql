-- A class belongs to one school year, and the class that continues it in the next is another one: whatever was set,
-- applied for or said under a class keeps it, and with it the grade of then.

CREATE FUNCTION school_today() RETURNS date LANGUAGE sql STABLE
  RETURN (qingfu.now() AT TIME ZONE 'Asia/Shanghai')::date;

-- The years that a school has begun by a roll-over, or is about to: one row each, so that none begins twice.
CREATE TABLE roll_over (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  year smallint NOT NULL,
  job_id uuid NOT NULL,
  asked_by uuid NOT NULL,
  begun boolean NOT NULL DEFAULT false,
  PRIMARY KEY (school_id, year)
);
SELECT qingfu.school_table('roll_over', 'SELECT, INSERT, UPDATE (job_id, asked_by, begun)');

ALTER TABLE school_class
  ADD COLUMN year smallint,
  ADD COLUMN first_day date,
  ADD COLUMN last_day date,
  ADD COLUMN continues uuid;

-- Without a roll-over and without classes, the year is that of the day; it begins in August.
CREATE FUNCTION present_school_year() RETURNS smallint LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT coalesce(
    greatest((SELECT max(year) FROM roll_over WHERE begun), (SELECT max(year) FROM school_class)),
    extract(year FROM school_today() - interval '7 months')::smallint
  );
END;

UPDATE school_class SET year = extract(year FROM school_today() - interval '7 months')::smallint;
ALTER TABLE school_class
  ALTER COLUMN year SET DEFAULT present_school_year(),
  ALTER COLUMN year SET NOT NULL,
  DROP CONSTRAINT school_class_school_id_grade_number_key,
  ADD UNIQUE (school_id, year, grade, number) DEFERRABLE INITIALLY DEFERRED,
  ADD UNIQUE (school_id, continues),
  ADD FOREIGN KEY (school_id, continues) REFERENCES school_class (school_id, class_id),
  ADD CHECK (first_day <= last_day);

-- Whoever has left says since when: that is how long a family still sees the record, and from when it is to be forgotten.
ALTER TABLE pupil ADD COLUMN left_on date, ADD CHECK (left_on IS NULL OR class_id IS NULL);
UPDATE pupil SET left_on = school_today() WHERE class_id IS NULL;

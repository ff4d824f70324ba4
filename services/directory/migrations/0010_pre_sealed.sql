-- Phone and student numbers are sealed, and found by a blind index: whoever reads the database reads none of them.

ALTER TABLE person
  DROP COLUMN phone,
  ADD COLUMN phone_sealed bytea,
  ADD COLUMN phone_index bytea,
  ADD CHECK ((phone_sealed IS NULL) = (phone_index IS NULL));
CREATE UNIQUE INDEX person_of_phone ON person (district_id, phone_index);

ALTER TABLE pupil
  ADD COLUMN number_sealed bytea,
  ADD COLUMN number_index bytea,
  ADD COLUMN born_on date,
  ADD COLUMN left_behind boolean NOT NULL DEFAULT false,
  ADD COLUMN migrant boolean NOT NULL DEFAULT false,
  ADD CHECK ((number_sealed IS NULL) = (number_index IS NULL));
CREATE UNIQUE INDEX pupil_of_number ON pupil (school_id, number_index);

-- `place` keeps the order in which a roster names a child's guardians.
ALTER TABLE guardianship
  ADD COLUMN relation text CHECK (relation IN ('father', 'mother', 'grandparent', 'other')),
  ADD COLUMN place smallint NOT NULL DEFAULT 1;
DO $$ BEGIN
  EXECUTE format('GRANT UPDATE (relation, place) ON guardianship TO %I', qingfu.service());
END $$;

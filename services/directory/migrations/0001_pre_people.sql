-- Directory: districts, schools, and everyone in them. The only house in which a table holds names and phone numbers.

-- Districts and schools are public: anyone may find a school by the code in its address.
CREATE TABLE district (
  district_id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL
);
SELECT qingfu.platform_table('district', 'SELECT, INSERT, UPDATE');

CREATE TABLE school (
  school_id uuid PRIMARY KEY,
  district_id uuid NOT NULL REFERENCES district,
  code text NOT NULL UNIQUE CHECK (code = lower(code)),
  name text NOT NULL,
  stage text NOT NULL CHECK (stage IN ('primary', 'junior', 'both'))
);
SELECT qingfu.platform_table('school', 'SELECT, INSERT, UPDATE');

-- Adults. They belong to the district: one person may have children, or posts, in several of its schools.
CREATE TABLE person (
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  person_id uuid NOT NULL,
  name text NOT NULL,
  phone text NOT NULL,
  PRIMARY KEY (district_id, person_id)
);
SELECT qingfu.district_table('person', 'SELECT, INSERT, UPDATE');

CREATE TABLE district_grant (
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  person_id uuid NOT NULL,
  role text NOT NULL,
  PRIMARY KEY (district_id, person_id, role),
  FOREIGN KEY (district_id, person_id) REFERENCES person
);
CREATE INDEX district_grant_of_person ON district_grant (person_id);
SELECT qingfu.district_table('district_grant', 'SELECT, INSERT');

-- Terms, holidays and swapped days, one document a district, as it is announced.
CREATE TABLE calendar (
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  calendar_id uuid NOT NULL,
  terms jsonb NOT NULL,
  marked jsonb NOT NULL,
  provisional_from date,
  PRIMARY KEY (district_id)
);
SELECT qingfu.district_table('calendar', 'SELECT, INSERT, UPDATE');

CREATE TABLE school_class (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  class_id uuid NOT NULL,
  grade smallint NOT NULL CHECK (grade BETWEEN 1 AND 9),
  number smallint NOT NULL CHECK (number BETWEEN 1 AND 60),
  PRIMARY KEY (school_id, class_id),
  UNIQUE (school_id, grade, number) DEFERRABLE INITIALLY DEFERRED
);
SELECT qingfu.school_table('school_class', 'SELECT, INSERT, UPDATE');

-- A pupil without a class has left. Two pupils may change seats within one transaction.
CREATE TABLE pupil (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  pupil_id uuid NOT NULL,
  name text NOT NULL,
  class_id uuid,
  seat_number smallint CHECK (seat_number BETWEEN 1 AND 99),
  PRIMARY KEY (school_id, pupil_id),
  FOREIGN KEY (school_id, class_id) REFERENCES school_class,
  UNIQUE (school_id, class_id, seat_number) DEFERRABLE INITIALLY DEFERRED
);
SELECT qingfu.school_table('pupil', 'SELECT, INSERT, UPDATE');

-- `guardian_id` is a person of the district, whose key is the district's: no key of this school can point there.
CREATE TABLE guardianship (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  pupil_id uuid NOT NULL,
  guardian_id uuid NOT NULL,
  PRIMARY KEY (school_id, pupil_id, guardian_id),
  FOREIGN KEY (school_id, pupil_id) REFERENCES pupil
);
CREATE INDEX guardianship_of_guardian ON guardianship (guardian_id);
SELECT qingfu.school_table('guardianship', 'SELECT, INSERT, DELETE');

CREATE TABLE staff (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  staff_id uuid NOT NULL,
  person_id uuid NOT NULL,
  PRIMARY KEY (school_id, staff_id),
  UNIQUE (school_id, person_id)
);
CREATE INDEX staff_of_person ON staff (person_id);
SELECT qingfu.school_table('staff', 'SELECT, INSERT');

-- What a colleague holds, in order; the whole list is one fact and is announced as one.
CREATE TABLE staff_grant (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  staff_id uuid NOT NULL,
  place smallint NOT NULL,
  role text NOT NULL,
  class_id uuid,
  subject text,
  grade smallint,
  PRIMARY KEY (school_id, staff_id, place),
  FOREIGN KEY (school_id, staff_id) REFERENCES staff,
  FOREIGN KEY (school_id, class_id) REFERENCES school_class
);
SELECT qingfu.school_table('staff_grant', 'SELECT, INSERT, UPDATE, DELETE');

-- A number that somebody asks to have in the place of theirs, until an office has decided. It is sealed as theirs will be.
CREATE TABLE number_request (
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  person_id uuid NOT NULL,
  request_id uuid NOT NULL UNIQUE,
  phone_sealed bytea NOT NULL,
  asked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (district_id, person_id),
  FOREIGN KEY (district_id, person_id) REFERENCES person
);
CREATE INDEX number_request_over ON number_request (expires_at);
SELECT qingfu.district_table('number_request', 'SELECT, INSERT, UPDATE, DELETE');
SELECT qingfu.swept_table('number_request', 'district_id, person_id, expires_at');

-- A second factor at sign-in, and the sign-ins that wait for it. The secret is sealed; codes on paper are kept as an index.

CREATE TABLE second_factor (
  person_id uuid PRIMARY KEY REFERENCES account (person_id),
  secret_sealed bytea NOT NULL,
  confirmed boolean NOT NULL DEFAULT false,
  used_step bigint NOT NULL DEFAULT 0,
  recovery bytea[] NOT NULL DEFAULT '{}'
);
SELECT qingfu.platform_table('second_factor', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE half_way (
  secret bytea PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES account (person_id),
  expires_at timestamptz NOT NULL
);
CREATE INDEX half_way_over ON half_way (expires_at);
SELECT qingfu.platform_table('half_way', 'SELECT, INSERT, UPDATE (expires_at), DELETE');
SELECT qingfu.swept_table('half_way', 'secret, expires_at');

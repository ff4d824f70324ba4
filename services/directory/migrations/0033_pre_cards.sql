-- Cards that a school prints: nothing of a card can be read here. The code is kept as an index, and so is what belongs to
-- it: the last four digits of the phone, by a key and under the code itself.

CREATE TABLE card (
  person_id uuid NOT NULL,
  sheet_id uuid NOT NULL,
  district_id uuid NOT NULL,
  code_index bytea NOT NULL UNIQUE,
  proof bytea NOT NULL,
  phone_index bytea NOT NULL,
  tries smallint NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, sheet_id),
  FOREIGN KEY (district_id, person_id) REFERENCES person
);
CREATE INDEX card_over ON card (expires_at);
SELECT qingfu.platform_table('card', 'SELECT, INSERT, UPDATE, DELETE');
SELECT qingfu.swept_table('card', 'person_id, sheet_id, expires_at');

-- Whoever activates a card signs in by phone; a login of letters is for those who were given one.
ALTER TABLE account
  DROP CONSTRAINT account_pkey,
  ADD PRIMARY KEY (person_id),
  ALTER COLUMN login DROP NOT NULL,
  ADD UNIQUE (login),
  ADD COLUMN phone_index bytea UNIQUE,
  ADD CHECK (login IS NOT NULL OR phone_index IS NOT NULL);
DO $$ BEGIN
  EXECUTE format('GRANT UPDATE (password_hash, phone_index) ON account TO %I', qingfu.service());
END $$;

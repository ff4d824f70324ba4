-- Ways in from outside (WeCom, DingTalk): whom the provider knows is kept as an index that nobody can read back. A subject
-- leads to one person, and a person has one subject at each corp. A testimony that was used is remembered while it lives.

CREATE TABLE outside_link (
  link_id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES account (person_id),
  provider text NOT NULL CHECK (provider IN ('wecom', 'dingtalk')),
  corp text NOT NULL,
  subject_index bytea NOT NULL UNIQUE,
  linked_at timestamptz NOT NULL,
  UNIQUE (person_id, provider, corp)
);
SELECT qingfu.platform_table('outside_link', 'SELECT, INSERT, DELETE');

CREATE TABLE testimony (
  testimony_id uuid PRIMARY KEY,
  used_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX testimony_over ON testimony (expires_at);
SELECT qingfu.platform_table('testimony', 'SELECT, INSERT, UPDATE (used_at), DELETE');
SELECT qingfu.swept_table('testimony', 'testimony_id, expires_at');

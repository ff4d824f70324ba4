-- A school's chains of approval, one an affair. `version` is the one that stands; 0 until the first.
CREATE TABLE chain (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  chain_id uuid NOT NULL,
  affair text NOT NULL CHECK (affair IN ('basic_care', 'club')),
  version integer NOT NULL DEFAULT 0 CHECK (version >= 0),
  PRIMARY KEY (school_id, chain_id),
  UNIQUE (school_id, affair)
);
SELECT qingfu.school_table('chain', 'SELECT, INSERT, UPDATE (version)');

-- What a chain has been, version by version, each whole: cases keep the one they began with. The house may only add.
CREATE TABLE chain_version (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  chain_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  definition jsonb NOT NULL CHECK (jsonb_typeof(definition) = 'object'),
  made_by uuid,
  published_at timestamptz NOT NULL DEFAULT qingfu.now(),
  PRIMARY KEY (school_id, chain_id, version),
  FOREIGN KEY (school_id, chain_id) REFERENCES chain
);
SELECT qingfu.school_table('chain_version', 'SELECT, INSERT');

-- What a chain is to be once it is published; gone with that. `sequence` counts its changes.
CREATE TABLE chain_draft (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  chain_id uuid NOT NULL,
  sequence integer NOT NULL CHECK (sequence >= 1),
  definition jsonb NOT NULL CHECK (jsonb_typeof(definition) = 'object'),
  changed_by uuid NOT NULL,
  PRIMARY KEY (school_id, chain_id),
  FOREIGN KEY (school_id, chain_id) REFERENCES chain
);
SELECT qingfu.school_table('chain_draft', 'SELECT, INSERT, UPDATE (sequence, definition, changed_by), DELETE');

-- The chains of approval of a district's schools, one an affair. `version` is the one that stands; 0 until the first.
CREATE TABLE chain (
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  chain_id uuid NOT NULL,
  school_id uuid NOT NULL,
  affair text NOT NULL CHECK (affair IN ('basic_care', 'club')),
  version integer NOT NULL DEFAULT 0 CHECK (version >= 0),
  PRIMARY KEY (district_id, chain_id),
  UNIQUE (district_id, school_id, affair)
);
SELECT qingfu.district_table('chain', 'SELECT, INSERT, UPDATE (version)');

-- What a chain has been, version by version, each whole: cases keep the one they began with. The house may only add.
CREATE TABLE chain_version (
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  chain_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  definition jsonb NOT NULL CHECK (jsonb_typeof(definition) = 'object'),
  made_by uuid,
  published_at timestamptz NOT NULL DEFAULT qingfu.now(),
  PRIMARY KEY (district_id, chain_id, version),
  FOREIGN KEY (district_id, chain_id) REFERENCES chain
);
SELECT qingfu.district_table('chain_version', 'SELECT, INSERT');

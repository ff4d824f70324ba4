-- The layers of a district and of its schools. `version` is the edition that stands; 0 until the first is published.
CREATE TABLE layer (
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  layer_id uuid NOT NULL,
  layer text NOT NULL CHECK (layer IN ('national', 'district', 'school')),
  school_id uuid,
  version integer NOT NULL DEFAULT 0 CHECK (version >= 0),
  PRIMARY KEY (district_id, layer_id),
  UNIQUE NULLS NOT DISTINCT (district_id, layer, school_id),
  CHECK ((layer = 'school') = (school_id IS NOT NULL))
);
SELECT qingfu.district_table('layer', 'SELECT, INSERT, UPDATE (version)');

-- What a layer has said, edition by edition, each whole; the house may only add.
CREATE TABLE edition (
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  layer_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  norms jsonb NOT NULL CHECK (jsonb_typeof(norms) = 'array'),
  published_at timestamptz NOT NULL DEFAULT qingfu.now(),
  PRIMARY KEY (district_id, layer_id, version),
  FOREIGN KEY (district_id, layer_id) REFERENCES layer
);
SELECT qingfu.district_table('edition', 'SELECT, INSERT');

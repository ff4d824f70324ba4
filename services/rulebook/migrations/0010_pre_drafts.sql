-- How an edition came about: who adopted a draft of whom, or granted what; the operator's own have nobody.
ALTER TABLE edition
  ADD COLUMN act text NOT NULL DEFAULT 'published' CHECK (act IN ('published', 'adopted', 'granted')),
  ADD COLUMN made_by uuid,
  ADD COLUMN authors uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN reason text NOT NULL DEFAULT '',
  ADD COLUMN first_change date,
  ADD CHECK (act = 'published' OR made_by IS NOT NULL),
  ADD CHECK (act <> 'adopted' OR made_by <> ALL (authors));

-- What a layer is to say once another person adopts it: one draft a layer, gone when it is adopted or given up.
CREATE TABLE draft (
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  layer_id uuid NOT NULL,
  draft_id uuid NOT NULL,
  sequence integer NOT NULL CHECK (sequence >= 1),
  norms jsonb NOT NULL CHECK (jsonb_typeof(norms) = 'array'),
  authors uuid[] NOT NULL CHECK (cardinality(authors) >= 1),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (district_id, layer_id),
  FOREIGN KEY (district_id, layer_id) REFERENCES layer
);
SELECT qingfu.district_table('draft', 'SELECT, INSERT, UPDATE (draft_id, sequence, norms, authors, changed_at), DELETE');

-- A school asks to be let off a norm above for a time; the district decides once.
CREATE TABLE derogation_request (
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  request_id uuid NOT NULL,
  school_id uuid NOT NULL,
  layer text NOT NULL CHECK (layer IN ('national', 'district')),
  norm text NOT NULL,
  limits jsonb NOT NULL,
  effective_from date NOT NULL,
  effective_to date NOT NULL,
  reason text NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('asked', 'granted', 'refused', 'withdrawn')),
  words text NOT NULL DEFAULT '',
  decided_by uuid,
  decided_at timestamptz,
  PRIMARY KEY (district_id, request_id),
  CHECK (effective_from <= effective_to),
  CHECK ((state = 'asked') = (decided_by IS NULL))
);
CREATE INDEX derogation_request_seen ON derogation_request (district_id, (state = 'asked') DESC, asked_at DESC);
SELECT qingfu.district_table(
  'derogation_request', 'SELECT, INSERT, UPDATE (state, words, decided_by, decided_at)'
);

-- What was judged, and by what: every edition of a layer that has come, and the verdict on each piece that stood.

-- The edition that stands. Until now each was announced once, so that the news's number is the edition's.
ALTER TABLE district_layer ADD COLUMN version integer NOT NULL DEFAULT 0;
ALTER TABLE school_layer ADD COLUMN version integer NOT NULL DEFAULT 0;
UPDATE district_layer SET version = sequence;
UPDATE school_layer SET version = sequence;

-- Every edition of the nation's and the district's norms, as rulebook published it; rows are only ever added.
CREATE TABLE district_edition (
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  layer_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  norms jsonb NOT NULL,
  PRIMARY KEY (district_id, layer_id, version)
);
SELECT qingfu.district_table('district_edition', 'SELECT, INSERT');
INSERT INTO district_edition SELECT district_id, layer_id, version, norms FROM district_layer;

-- Every edition of the school's own norms.
CREATE TABLE school_edition (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  layer_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  norms jsonb NOT NULL,
  PRIMARY KEY (school_id, layer_id, version)
);
SELECT qingfu.school_table('school_edition', 'SELECT, INSERT');
INSERT INTO school_edition SELECT school_id, layer_id, version, norms FROM school_layer;

-- The verdict under which a version of a piece was let onto the board: what was asked (no name, no content), what came of
-- it, what it warned of, and the editions it rests on, as [layer, version]. Rows are only ever added.
CREATE TABLE verdict (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  assignment_id uuid NOT NULL,
  sequence integer NOT NULL,
  day date NOT NULL,
  question jsonb NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('compliant', 'warning', 'not_regulated')),
  broken jsonb NOT NULL,
  editions jsonb NOT NULL,
  PRIMARY KEY (school_id, assignment_id, sequence),
  FOREIGN KEY (school_id, assignment_id, sequence) REFERENCES assignment_version
);
SELECT qingfu.school_table('verdict', 'SELECT, INSERT');

-- The draw of a term's clubs: one list a programme, closed before the value exists that decides, drawn once (E10).
ALTER TABLE programme ADD COLUMN clubs_by text NOT NULL DEFAULT 'first_come' CHECK (clubs_by IN ('first_come', 'draw'));
DO $$ BEGIN
  EXECUTE format('GRANT UPDATE (clubs_by) ON programme TO %I', qingfu.service());
END $$;

-- `record` is what is published, sealed and then drawn: tickets and choices, nobody's name and nobody's id.
CREATE TABLE draw (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  programme_id uuid NOT NULL,
  record jsonb NOT NULL,
  value_on date NOT NULL,
  closed_at timestamptz NOT NULL,
  drawn_at timestamptz,
  committed_at timestamptz,
  PRIMARY KEY (school_id, programme_id),
  FOREIGN KEY (school_id, programme_id) REFERENCES programme,
  CHECK (committed_at IS NULL OR drawn_at IS NOT NULL)
);
SELECT qingfu.school_table('draw', 'SELECT, INSERT, UPDATE (record, drawn_at, committed_at)');

-- Whose a ticket is; it goes with the application, and the list stays as it was published.
CREATE TABLE ticket (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  programme_id uuid NOT NULL,
  ticket text NOT NULL,
  application_id uuid NOT NULL,
  PRIMARY KEY (school_id, programme_id, ticket),
  FOREIGN KEY (school_id, programme_id) REFERENCES draw,
  FOREIGN KEY (school_id, application_id) REFERENCES application ON DELETE CASCADE
);
CREATE INDEX ticket_of_application ON ticket (school_id, application_id);
SELECT qingfu.school_table('ticket', 'SELECT, INSERT, DELETE');

-- A district's calendar is written by its office: each change has a version, a reason and somebody who made it.
ALTER TABLE calendar ADD COLUMN version integer NOT NULL DEFAULT 0;

-- Every change ever made; rows are only ever added.
CREATE TABLE calendar_edition (
  district_id uuid NOT NULL DEFAULT qingfu.district(),
  version integer NOT NULL,
  action text NOT NULL CHECK (action IN ('mark_days', 'unmark_days', 'keep_term', 'drop_term', 'settle_days')),
  about text NOT NULL,
  reason text NOT NULL,
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (district_id, version),
  FOREIGN KEY (district_id) REFERENCES calendar
);
SELECT qingfu.district_table('calendar_edition', 'SELECT, INSERT');

-- From which day on the winter or the summer timetable (作息) holds, and when people then go home.
ALTER TABLE calendar ADD COLUMN seasons jsonb NOT NULL DEFAULT '[]';

ALTER TABLE calendar_edition DROP CONSTRAINT calendar_edition_action_check, ADD CONSTRAINT calendar_edition_action_check
  CHECK (action IN (
    'mark_days', 'unmark_days', 'keep_term', 'drop_term', 'settle_days', 'keep_season', 'drop_season'
  ));

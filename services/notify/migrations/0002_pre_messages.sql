-- What happened, and whom it was told to (N1, N2). No names and no free text: codes, numbers and ids.

-- One row per event. For a while after it, people who turn out to be concerned are told as well.
CREATE TABLE announcement (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  announcement_id uuid NOT NULL,
  cause text NOT NULL,
  about_id uuid NOT NULL,
  audience text NOT NULL CHECK (audience IN ('class_guardians', 'child_guardians', 'class_heads')),
  class_id uuid NOT NULL,
  pupil_id uuid,
  facts jsonb NOT NULL,
  announced_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, announcement_id),
  CHECK (audience = 'class_guardians' OR pupil_id IS NOT NULL)
);
CREATE INDEX announcement_about ON announcement (school_id, about_id);
CREATE INDEX announcement_of_class ON announcement (school_id, class_id, announced_at);
CREATE INDEX announcement_of_pupil ON announcement (school_id, pupil_id, announced_at) WHERE pupil_id IS NOT NULL;
SELECT qingfu.school_table('announcement', 'SELECT, INSERT');

-- One row per person and event, whatever number of their children it concerns.
CREATE TABLE message (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  message_id uuid NOT NULL DEFAULT gen_random_uuid(),
  announcement_id uuid NOT NULL,
  person_id uuid NOT NULL,
  pupil_ids uuid[] NOT NULL,
  sent_at timestamptz NOT NULL,
  read_at timestamptz,
  PRIMARY KEY (school_id, message_id),
  UNIQUE (school_id, announcement_id, person_id),
  FOREIGN KEY (school_id, announcement_id) REFERENCES announcement
);
CREATE INDEX message_of_person ON message (school_id, person_id, sent_at DESC, message_id DESC);
CREATE INDEX message_unread ON message (school_id, person_id) WHERE read_at IS NULL;
SELECT qingfu.school_table('message', 'SELECT, INSERT, UPDATE (pupil_ids, read_at)');

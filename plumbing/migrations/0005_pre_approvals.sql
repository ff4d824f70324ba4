-- Approvals: cases on their way through ordered steps of people, as engines.approval moves them.

-- `places` say which of many a group is for this case: the head teacher of which class. `changes` counts what has happened
-- to it, so that nobody changes a case they have not seen; `lines` those of its history. It goes with what it is about.
CREATE TABLE approval_case (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  case_id uuid NOT NULL,
  definition text NOT NULL,
  version integer NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'returned', 'approved', 'rejected', 'withdrawn', 'closed')),
  step text,
  applicants uuid[] NOT NULL,
  own uuid[] NOT NULL,
  facts jsonb NOT NULL,
  places jsonb NOT NULL,
  opened integer NOT NULL DEFAULT 0,
  lines integer NOT NULL DEFAULT 0,
  changes integer NOT NULL DEFAULT 0,
  PRIMARY KEY (school_id, case_id),
  CHECK (state = 'running' OR step IS NULL)
);
CREATE INDEX approval_case_of_version ON approval_case (school_id, definition, version) WHERE state IN ('running', 'returned');
SELECT qingfu.school_table(
  'approval_case', 'SELECT, INSERT, UPDATE (version, state, step, facts, opened, lines, changes), DELETE');

-- The tasks of the step that each case is at.
CREATE TABLE approval_task (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  case_id uuid NOT NULL,
  number integer NOT NULL,
  groups text[] NOT NULL,
  users uuid[] NOT NULL,
  assignee uuid,
  owner uuid,
  due date,
  remind_on date,
  overdue_on date,
  reminded_on date,
  outcome text CHECK (outcome IN ('approved', 'rejected')),
  begun_at timestamptz NOT NULL,
  rings_on date GENERATED ALWAYS AS (CASE WHEN outcome IS NULL THEN least(remind_on, overdue_on) END) STORED,
  PRIMARY KEY (school_id, case_id, number),
  FOREIGN KEY (school_id, case_id) REFERENCES approval_case ON DELETE CASCADE
);
CREATE INDEX approval_task_rings ON approval_task (school_id, rings_on, case_id, number) WHERE rings_on IS NOT NULL;
SELECT qingfu.school_table(
  'approval_task',
  'SELECT, INSERT, UPDATE (groups, users, assignee, owner, due, remind_on, overdue_on, reminded_on, outcome), DELETE');

-- Whose an open task is, or who might take it: a person, or those of a group and place. What an inbox is read from, worked
-- out anew with every change of its task, in the same transaction; no foreign key, which would double what a batch costs.
CREATE TABLE approval_waiting (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  case_id uuid NOT NULL,
  number integer NOT NULL,
  waits_for text NOT NULL,
  begun_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, case_id, number, waits_for)
);
CREATE INDEX approval_inbox ON approval_waiting (school_id, waits_for, begun_at, case_id, number);
SELECT qingfu.school_table('approval_waiting', 'SELECT, INSERT, DELETE');

-- What has happened to a case, line by line; lines are only ever added.
CREATE TABLE approval_history (
  school_id uuid NOT NULL DEFAULT qingfu.school(),
  case_id uuid NOT NULL,
  line integer NOT NULL,
  what text NOT NULL,
  actor text NOT NULL,
  at timestamptz NOT NULL,
  step text,
  task integer,
  target text,
  comment text NOT NULL,
  instead_of uuid,
  PRIMARY KEY (school_id, case_id, line),
  FOREIGN KEY (school_id, case_id) REFERENCES approval_case ON DELETE CASCADE
);
SELECT qingfu.school_table('approval_history', 'SELECT, INSERT');

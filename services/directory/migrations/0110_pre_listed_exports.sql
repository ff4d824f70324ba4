-- Children of an offering, written down for the after-school office: an export like the others (0025).
ALTER TABLE roll_export DROP CONSTRAINT roll_export_scope_check;
ALTER TABLE roll_export
  ADD CONSTRAINT roll_export_scope_check CHECK (scope IN ('class', 'grade', 'school', 'pupils'));

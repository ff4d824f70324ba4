-- Which days a class is a class on, where directory has said so, and which class of the year before it continues.
ALTER TABLE school_class
  ADD COLUMN first_day date,
  ADD COLUMN last_day date,
  ADD COLUMN continues uuid;

-- From which day a school lets nobody of its staff do anything without a second factor; empty where each decides alone.
ALTER TABLE school ADD COLUMN second_factor_from date;

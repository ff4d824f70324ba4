"""Rulebook's use cases on the real store and on its fake: one body of tests for both."""

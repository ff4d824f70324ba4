"""Rosters: a school's own list of pupils or staff, checked against the house and taken in."""

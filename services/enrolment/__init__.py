"""Enrolment: what the school offers after lessons, what families ask for, and who has a place (E1-E16)."""

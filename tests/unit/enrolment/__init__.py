"""Enrolment's decisions, without a store."""

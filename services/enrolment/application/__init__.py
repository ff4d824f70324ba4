"""Use cases of enrolment: one transaction each."""

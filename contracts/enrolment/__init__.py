"""What may be asked of enrolment, what it answers, and what it announces."""

"""Directory: who and when: districts, schools, people and their roles, the calendar, and who is signed in."""

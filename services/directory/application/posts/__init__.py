"""Posts: which roles a school's staff hold, from when until when."""

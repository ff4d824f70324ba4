"""The school year: what the next one makes of each class, and its beginning."""

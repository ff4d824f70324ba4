"""The draw of a term's clubs: list, value, places (E10)."""

"""The fields of each matter, with the words of schools."""

"""Rolls: a whole district from a file, taken in."""

"""Rosters as files: let in or refused before any reader sees them, read, and given back with what is wrong marked."""

"""Rulebook's decisions and formats, without a store."""

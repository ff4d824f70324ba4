"""Nouns and decisions of rulebook, pure."""

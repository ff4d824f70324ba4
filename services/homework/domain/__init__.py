"""Homework's nouns and decisions, pure: a piece, a class's day, the rules that bind it."""

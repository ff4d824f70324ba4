"""Rounds: what becomes due by the clock alone, in one school after another, without anybody asking for it."""

"""Mechanics without a school word: time, identity, transactions, events that are never lost, doors that never hang."""

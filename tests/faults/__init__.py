"""Faults: what each guard is there to catch, planted on purpose in a throw-away copy, to see the guard turn red."""

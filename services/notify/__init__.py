"""Notify: the right people are told once of each thing that happens, and it is known who has read it (N1, N2, N4)."""

"""Sweeps: what need not be kept is forgotten, in small batches, by one process of a house at a time."""

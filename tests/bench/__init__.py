"""Benches: how fast the house is beside the bare tools it is made of, in the same run on the same servers."""

"""Pasted: a table of offerings copied out of Excel or WPS, understood row by row (E8)."""

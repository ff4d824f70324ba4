"""Rulebook: which norms are in force, layer by layer, each with its clause, and since when (H1, H7, O6)."""

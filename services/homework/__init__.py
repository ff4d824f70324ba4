"""Homework (H1, H2, H4, H7): teachers set it, the norms in force judge it, and the board shows all that stands."""

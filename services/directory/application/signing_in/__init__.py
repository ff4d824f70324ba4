"""Signing in with a password: tries counted, sessions begun, shown and ended."""

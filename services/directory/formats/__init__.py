"""Forms that directory writes for itself alone."""

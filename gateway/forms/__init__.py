"""Forms from messages: one schema says what to ask, how to read it, and what was wrong."""

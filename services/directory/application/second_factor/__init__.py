"""The second factor: set up, asked for at signing in, required by a school."""

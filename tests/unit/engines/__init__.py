"""The engines: pure functions over values."""

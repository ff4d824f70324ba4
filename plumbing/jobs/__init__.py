"""Jobs: work that takes too long for a call, done by a process of its own, once, or failed with a reason."""

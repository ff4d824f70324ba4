"""What may be asked of notify, what it answers, and what it announces."""

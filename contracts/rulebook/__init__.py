"""What may be asked of rulebook, what it answers, and what it announces."""

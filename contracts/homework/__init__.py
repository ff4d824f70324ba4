"""What may be asked of homework, what it answers, and what it announces."""

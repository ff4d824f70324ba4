"""What may be asked of directory, what it answers, and what it announces."""

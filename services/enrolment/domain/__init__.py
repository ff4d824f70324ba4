"""What may be asked for, what may be done with it and by whom, and when it starts: pure."""

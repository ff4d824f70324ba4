"""Cards of paper: printed, and used once to open an account."""

"""What homework takes in from files."""

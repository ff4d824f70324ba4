"""What can be asked of directory, one transaction each."""

"""What homework can do: one use case a file, one transaction each."""

"""What this project is about, as pure functions over values: no clock, no input or output, standard library only."""

"""The language between the houses: commands, answers, events, errors, who acts. No input, no output, no framework."""

"""Ways in from outside: linked by their person, then good for signing in."""

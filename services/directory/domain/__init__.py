"""What directory decides by itself: how a login reads, how long a session lasts, how patient the door is."""

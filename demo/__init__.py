"""The demo district: thirteen invented schools that decided what real ones did, the same people every time."""

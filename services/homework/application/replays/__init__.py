"""Replays: what the draft of a layer would have made of what was really set, worked out by a job."""

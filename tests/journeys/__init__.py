"""Journeys: what people do from end to end, with real processes, a real browser and the demo district."""

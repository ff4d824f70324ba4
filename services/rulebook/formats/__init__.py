"""Formats: layers as files people write."""

"""Exports: children written down for somebody, many only when two agree."""

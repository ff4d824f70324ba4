"""Erasing a child: asked for, confirmed by another, done."""

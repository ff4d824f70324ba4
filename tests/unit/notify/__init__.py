"""Notify's decisions, without a store."""

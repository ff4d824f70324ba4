"""The gateway's own Chinese: what codes, dates and numbers are called on a page."""

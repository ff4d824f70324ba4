"""The English of every page: what has to be said, what the catalogue says, and pages read by somebody who chose it."""

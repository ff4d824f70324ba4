"""`python -m services.directory` runs directory's processes: serve, relay, migrate, seed."""

from plumbing.main import main

main("directory")

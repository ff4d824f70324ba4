"""`python -m services.directory` runs directory's processes: serve, relay, work, migrate, seed."""

from plumbing.main import main

main("directory")

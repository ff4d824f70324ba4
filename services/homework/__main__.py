"""`python -m services.homework` runs homework's processes: serve, relay, work, migrate, seed."""

from plumbing.main import main

main("homework")

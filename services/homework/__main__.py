"""`python -m services.homework` runs homework's processes: serve, relay, migrate, seed."""

from plumbing.main import main

main("homework")

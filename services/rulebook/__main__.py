"""Run rulebook: `python -m services.rulebook serve | relay | migrate | seed FILE`."""

from plumbing.main import main

main("rulebook")

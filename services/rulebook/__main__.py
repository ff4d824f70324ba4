"""Run rulebook: `python -m services.rulebook serve | relay | work | migrate | seed FILE`."""

from plumbing.main import main

main("rulebook")

"""Run notify: `python -m services.notify serve | relay | migrate`."""

from plumbing.main import main

main("notify")

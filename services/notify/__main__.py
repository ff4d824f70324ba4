"""Run notify: `python -m services.notify serve | relay | work | migrate`."""

from plumbing.main import main

main("notify")

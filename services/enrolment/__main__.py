"""Run enrolment: `python -m services.enrolment serve | relay | work | migrate | seed FILE`."""

from plumbing.main import main

main("enrolment")

"""What every torture draws its moments from."""

import random

import pytest


@pytest.fixture(scope="module")
def seed(request):
    """Return the seed; without one a new one every time, printed with a failure."""
    given = request.config.getoption("--seed")
    return random.SystemRandom().randrange(1_000_000) if given is None else given

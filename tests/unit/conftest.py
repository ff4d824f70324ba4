"""What every unit test finds: noon."""

import pytest

from plumbing import clock
from tests.unit.today import NOON


@pytest.fixture(autouse=True)
def at_noon(monkeypatch):
    """The clock says noon, whenever the suite runs."""
    until = round((NOON - clock.now()).total_seconds())
    monkeypatch.setenv("QINGFU_CLOCK_OFFSET_SECONDS", str(clock.offset_seconds() + until))

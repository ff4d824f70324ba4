"""One-time codes: what the standards say an authenticator shows, and at which time of day."""

import base64

import pytest

from plumbing import clock, one_time

SECRET = base64.b32encode(b"12345678901234567890").decode()
OF_RFC_4226 = ("755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489")
OF_RFC_6238 = {59: "287082", 1111111109: "081804", 1234567890: "005924", 2000000000: "279037"}


@pytest.mark.parametrize(("step", "code"), list(enumerate(OF_RFC_4226)))
def test_each_step_has_the_code_that_the_standard_prints(step, code):
    assert one_time.code_of(SECRET, step) == code


@pytest.mark.parametrize(("second", "code"), list(OF_RFC_6238.items()))
def test_each_moment_has_the_code_that_the_standard_prints(second, code):
    assert one_time.code_of(SECRET, second // one_time.STEP_SECONDS) == code


@pytest.mark.parametrize("days", [-30, 0, 40])
def test_a_demonstration_on_another_day_shows_phones_their_own_time(monkeypatch, days):
    monkeypatch.delenv("QINGFU_CLOCK_OFFSET_SECONDS", raising=False)
    real = clock.now()
    monkeypatch.setenv("QINGFU_CLOCK_OFFSET_SECONDS", str(days * 86_400))
    assert abs((clock.on_phones() - real).total_seconds()) < 60

"""No pin is older than we allow without somebody being told; and where that cannot be known, that is told."""

import pytest

from ops.places import CHECKOUT
from tests.deploy import overdue
from tests.deploy.overdue import DAYS, NONE, SOME, UNKNOWN
from tests.deploy.package_index import Release, package_index

OLD, LONG_AGO, LATELY = 4 * DAYS, DAYS + 1, DAYS - 1


@pytest.fixture
def told(tmp_path, monkeypatch, capsys):
    """Return a function: what is told of lists and locks, at an index of these releases or at an address."""
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")

    def of(*releases, wanted="part", locked="part==1.0", address=None):
        (tmp_path / "dev.in").write_text(wanted)
        (tmp_path / "dev.txt").write_text(f"{locked} \\\n    --hash=sha256:{'0' * 64}\n")
        with package_index(*releases) as running:
            monkeypatch.setenv("PIP_INDEX_URL", address or running)
            return overdue.main(tmp_path), capsys.readouterr().out

    return of


def part(version, days, **how):
    return Release(name="part", version=version, days=days, **how)


def test_a_pin_is_overdue_once_a_newer_release_has_been_there_for_long(told):
    ended, words = told(part("1.0", OLD), part("1.1", LONG_AGO), part("1.2", LATELY))
    assert ended == SOME
    assert "part 1.0: 1.1" in words


def test_what_was_released_lately_still_has_time(told):
    assert told(part("1.0", OLD), part("1.1", LATELY))[0] == NONE


def test_what_was_yanked_or_is_no_release_yet_counts_for_nothing(told):
    assert told(part("1.0", OLD), part("1.1", LONG_AGO, yanked=True), part("2.0rc1", LONG_AGO))[0] == NONE


@pytest.mark.parametrize(("wanted", "ended"), [
    ("part>=1.0,<2", NONE), ("part<2,>=1.0", NONE), ("part>=1.0", SOME), ("part==1.0", SOME), ("part>=9", SOME),
])
def test_our_upper_bounds_hold_and_what_we_pin_by_hand_is_ours_to_move(wanted, ended, told):
    assert told(part("1.0", OLD), part("2.0", LONG_AGO), wanted=wanted)[0] == ended


def test_a_package_younger_than_the_limit_hides_no_other(told):
    releases = (part("1.0", OLD), part("1.1", LONG_AGO), Release(name="young", version="0.1", days=LATELY))
    ended, words = told(*releases, wanted="part\nyoung>=0.1")
    assert (ended, "part 1.0" in words) == (SOME, True)


def test_an_index_that_says_no_times_leaves_it_open(told):
    ended, words = told(part("1.0", None), part("1.1", None))
    assert ended == UNKNOWN
    assert "does not say when" in words and "No pin is overdue" not in words


def test_an_index_that_is_not_reached_leaves_it_open(told):
    ended, words = told(address="http://127.0.0.1:9/simple")
    assert ended == UNKNOWN
    assert "Cannot say" in words and "No pin is overdue" not in words


def test_of_a_package_with_a_pin_for_each_kind_of_machine_the_oldest_counts():
    lock = "part==2.0 ; python_version >= '3.12'\npart==1.0 ; python_version < '3.12'\nother==3.1 \\\n"
    pins = overdue.pinned(lock)
    assert pins == {"part": "1.0", "other": "3.1"}
    assert overdue.overdue(pins, {"part": "1.5", "other": "3.0", "elsewhere": "1"}) == {"part": ("1.0", "1.5")}


def test_how_long_is_written_down():
    assert f"within {DAYS} days" in (CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8")

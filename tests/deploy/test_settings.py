"""A secret reaches a process by its environment or by a file, and the lack of it is told, not its words."""

import pytest

from gateway.settings import from_environment
from plumbing import settings
from plumbing.passport import make_keys


@pytest.fixture(autouse=True)
def nothing_told(monkeypatch):
    for name in ("QINGFU_AMQP_URL", "QINGFU_AMQP_URL_FILE", "QINGFU_SECRET_KEY"):
        monkeypatch.delenv(name, raising=False)


def test_a_secret_may_lie_in_a_file(monkeypatch, tmp_path):
    key = make_keys()[1]
    monkeypatch.setenv("QINGFU_PASSPORT_PUBLIC_KEY_FILE", told(tmp_path, key))
    assert settings.passport_public_key() == key.strip()


def test_the_end_of_the_line_is_not_part_of_a_secret(monkeypatch, tmp_path):
    monkeypatch.setenv("QINGFU_SECRET_KEY_FILE", told(tmp_path, "0123\n"))
    assert from_environment().secret_key == "0123"


def test_what_the_environment_says_itself_comes_first(monkeypatch, tmp_path):
    monkeypatch.setenv("QINGFU_AMQP_URL", "amqp://here")
    monkeypatch.setenv("QINGFU_AMQP_URL_FILE", told(tmp_path, "amqp://there"))
    assert settings.amqp_url() == "amqp://here"


def test_a_secret_nobody_told_is_named():
    with pytest.raises(settings.SettingMissing, match="QINGFU_AMQP_URL is not set"):
        settings.amqp_url()


def test_a_file_that_holds_nothing_tells_nothing(monkeypatch, tmp_path):
    monkeypatch.setenv("QINGFU_AMQP_URL_FILE", told(tmp_path, "\n"))
    with pytest.raises(settings.SettingMissing, match="QINGFU_AMQP_URL is not set"):
        settings.amqp_url()


def test_a_file_that_cannot_be_read_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("QINGFU_AMQP_URL_FILE", str(tmp_path / "nowhere"))
    with pytest.raises(settings.SettingMissing, match=r"QINGFU_AMQP_URL_FILE .*nowhere \(FileNotFoundError\)"):
        settings.amqp_url()


def told(folder, words):
    """Return the path of a file that holds these words."""
    path = folder / "secret"
    path.write_text(words)
    return str(path)

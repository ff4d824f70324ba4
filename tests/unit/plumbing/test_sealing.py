"""What is sealed is read by its own house only, in its own place only, and found again without being opened."""

import pytest

from plumbing.sealing import CannotBeOpened, KeysUnreadable, Vault, make_keys

KEYS = make_keys()
PLACE, ELSEWHERE = "person|phone|district|1", "person|phone|district|2"


def test_what_was_sealed_is_opened_in_its_own_place():
    vault = Vault(KEYS)
    sealed = vault.seal("13800000000", PLACE)
    assert b"138" not in sealed
    assert vault.open(sealed, PLACE) == "13800000000"


def test_a_sealed_number_moved_to_another_row_cannot_be_opened():
    vault = Vault(KEYS)
    with pytest.raises(CannotBeOpened):
        vault.open(vault.seal("13800000000", PLACE), ELSEWHERE)


@pytest.mark.parametrize("spoiled", [b"", b"\x01", b"\x09" + bytes(40), b"\x01" + bytes(40)])
def test_what_is_damaged_or_of_an_unknown_key_cannot_be_opened(spoiled):
    with pytest.raises(CannotBeOpened):
        Vault(KEYS).open(spoiled, PLACE)


def test_the_same_number_sealed_twice_looks_different_and_is_found_by_one_index():
    vault = Vault(KEYS)
    assert vault.seal("13800000000", PLACE) != vault.seal("13800000000", PLACE)
    assert vault.index("13800000000", "person|phone") == Vault(KEYS).index("13800000000", "person|phone")


def test_the_index_of_another_column_value_or_house_is_another():
    vault = Vault(KEYS)
    one = vault.index("13800000000", "person|phone")
    others = {
        vault.index("13800000001", "person|phone"), vault.index("13800000000", "pupil|number"),
        Vault(make_keys()).index("13800000000", "person|phone"),
    }
    assert one not in others
    assert len(others) == 3


def test_a_new_key_seals_and_the_old_one_still_opens():
    old = Vault(KEYS)
    new = Vault(f"{KEYS},2:{'ab' * 32}")
    sealed = new.seal("13800000000", PLACE)
    assert new.open(old.seal("13800000000", PLACE), PLACE) == new.open(sealed, PLACE) == "13800000000"
    with pytest.raises(CannotBeOpened):
        old.open(sealed, PLACE)


@pytest.mark.parametrize("keys", ["", "1:aa", "index:" + "a" * 64, "index:" + "a" * 64 + ",1:zz", "1:" + "a" * 64])
def test_a_house_with_unreadable_keys_does_not_start_and_does_not_say_them(keys):
    with pytest.raises(KeysUnreadable) as problem:
        Vault(keys)
    assert "a" * 64 not in str(problem.value)

"""Passwords: kept as argon2id of the agreed strength; an account that is not there costs the same work."""

import argon2
import pytest

from services.directory.formats import password


@pytest.fixture(scope="module")
def kept():
    return password.hashed("密码 and more")


def test_a_hash_is_argon2id_of_19_mebibytes_and_two_passes(kept):
    parameters = argon2.extract_parameters(kept)
    assert parameters.type is argon2.Type.ID
    assert (parameters.memory_cost, parameters.time_cost, parameters.parallelism) == (19 * 1024, 2, 1)


def test_the_same_password_never_has_the_same_hash(kept):
    assert password.hashed("密码 and more") != kept


def test_only_the_password_itself_belongs(kept):
    assert password.belongs("密码 and more", kept)
    assert not password.belongs("密码 and More", kept)


def test_nothing_belongs_to_nobody():
    assert not password.belongs("no account has this hash", None)


def test_finding_out_that_there_is_no_account_takes_the_same_work(kept):
    assert argon2.extract_parameters(password.NOBODYS) == argon2.extract_parameters(kept)


def test_a_hash_that_cannot_be_read_lets_nobody_in():
    assert not password.belongs("x", "not a hash")


@pytest.mark.parametrize("typed", [
    "sunshine1", "princess1", "1q2w3e4r5t", "qwertyuiop", "iloveyou1", "football1", "11111111", "zaq12wsx",
])
def test_what_was_in_every_breach_is_refused_however_long_it_is(typed):
    assert "容易猜到" in password.complaint(typed)


@pytest.mark.parametrize("typed", ["qingfu12", "轻负轻负轻负轻负", "woaini1314", "KX4P9TRW", "13800138000"])
def test_what_everybody_here_would_try_first_is_refused(typed):
    assert "容易猜到" in password.complaint(typed, "KX4P9TRW", "13800138000")


def test_a_long_password_of_plain_words_will_do():
    assert password.complaint("tang ren jie 87 hao") is None
    assert password.complaint("短") == "至少 8 个字。"

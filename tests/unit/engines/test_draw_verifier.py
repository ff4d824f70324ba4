"""bin/qingfu-draw: whoever has the published record can draw again, without us, and is told what differs."""

import ast
import hashlib
import json
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demo.chance import chance
from engines.draw import Unfit, draw, record_from_plain, record_to_plain
from tests.unit.engines.rounds import FORM, VALUE, VERIFIER, a_round, club, mosts, rounds, values, verifier

QINGFU_DRAW = verifier()
HELD = a_round(
    [club("棋", 1, "3@after_school"), club("机器人", 1, "3@after_school"), club("诗", 2, "4@after_school")],
    {"签 甲": "棋 机器人 诗", "签 乙": "棋 机器人", "7f3a": "机器人 棋", "90b2": "棋 诗"}, most_per_ticket=2,
)  # fmt: skip
RECORD = record_to_plain(draw(HELD, VALUE))


@pytest.fixture
def run(tmp_path):
    """Return what runs the verifier, as a parent would, on a record."""
    def ran(command, record, *words):
        path = tmp_path / "record.json"
        path.write_bytes(record if isinstance(record, bytes) else json.dumps(record, indent=1).encode())
        asked = [sys.executable, "-I", str(VERIFIER), command, str(path), *words]
        return subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=False)
    return ran


def test_a_published_record_is_drawn_again_and_is_the_same(run):
    told = run("verify", RECORD, "--hash", HELD.sha256.upper())
    assert (told.returncode, told.stderr) == (0, "")
    assert f"√ 封存码 {HELD.sha256}" in told.stdout and "一字不差" in told.stdout and "byte for byte" in told.stdout


def test_the_program_can_be_run_by_its_name(tmp_path):
    (tmp_path / "record.json").write_text(json.dumps(RECORD))
    done = subprocess.run([VERIFIER, "verify", tmp_path / "record.json"], capture_output=True, check=False)
    assert done.returncode == 0


def test_a_family_finds_its_own_ticket(run):
    told = run("verify", RECORD, "--ticket", "签 甲")
    turn = draw(HELD, VALUE).turn["签 甲"]
    assert told.returncode == 0 and f"签 签 甲：第 {turn.number} 号，共 4 号。" in told.stdout
    assert told.stdout.count("志愿“") == 3 and "Choice 3" in told.stdout


def test_a_ticket_that_is_not_in_the_list_is_missed(run):
    told = run("verify", RECORD, "--ticket", "签 丁")
    assert told.returncode == 1 and "× 签表里没有签“签 丁”。" in told.stdout


def test_a_list_changed_after_its_hash_was_published_is_found(run):
    """Whoever changes the list can work out a new hash and a new result; the one that was published stays."""
    other = replace(HELD, tickets=HELD.tickets[1:])
    told = run("verify", record_to_plain(draw(other, VALUE)), "--hash", HELD.sha256)
    assert told.returncode == 1 and f"× 封存码不同：事先公布的是 {HELD.sha256}" in told.stdout


def test_before_the_value_exists_the_hash_can_be_worked_out_from_record_or_bare_list(run):
    for sealed in (record_to_plain(HELD), HELD.text.encode()):
        told = run("hash", sealed)
        assert told.returncode == 0 and f"√ 封存码 {HELD.sha256}" in told.stdout and "4 张签" in told.stdout
        assert run("hash", sealed, "--hash", "0" * 64).returncode == 1
        assert run("verify", sealed).returncode == 2
    assert run("hash", {**record_to_plain(HELD), "sha256": "0" * 64}).returncode == 1


@pytest.mark.parametrize(
    "record",
    [
        b"", b"\xff", b"[]", b"{}", b"[" * 100_000,
        b'{"format": "qingfu-draw-record/1", "format": "qingfu-draw-record/1"}',
        json.dumps({**RECORD, "seen": 1}).encode(), json.dumps({**RECORD, "list": "x"}).encode(),
        json.dumps({**RECORD, "list": [HELD.text]}).encode(), json.dumps({**RECORD, "value": 3}).encode(),
        json.dumps({**RECORD, "list": ["\ud800"]}).encode(),
        *(json.dumps({name: said for name, said in RECORD.items() if name != gone}).encode() for gone in RECORD),
    ],
)  # fmt: skip
def test_a_file_that_is_no_record_is_told_from_one_that_is_wrong(record, tmp_path, capsys):
    (tmp_path / "record.json").write_bytes(record)
    assert QINGFU_DRAW.main(["verify", str(tmp_path / "record.json")]) == 2
    assert "× 文件读不了" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_told(run, tmp_path):
    assert QINGFU_DRAW.main(["verify", str(tmp_path / "nothing.json")]) == 2


def verified(record, *words):
    """Return the code the verifier ends with; it is told in words, too."""
    try:
        return QINGFU_DRAW.verify(record, None, *words or (None,))
    except QINGFU_DRAW.Different:
        return 1
    except QINGFU_DRAW.Unreadable:
        return 2


@given(rounds(), values)
def test_engine_and_verifier_agree_on_any_round(held, value):
    drawn = draw(held, value)
    record = record_to_plain(drawn)
    ours = QINGFU_DRAW.result_of(QINGFU_DRAW.Listed(held.text.encode()), held.sha256, value)
    assert ours == record["result"]
    assert verified(record, held.tickets[0].id) == 0


@settings(max_examples=max(200, settings().max_examples))
@given(st.integers(1, 320), values, mosts)
def test_engine_and_verifier_agree_on_long_lists_and_crowded_clubs(many, value, most):
    drawn = chance(value)
    clubs = [club("棋", 9, "1"), club("鼓", 7, "1", "2"), club("诗", 20, "2"), club("画", 0), club("球", 31, "3")]
    wishes = [" ".join(drawn.sample("棋鼓诗画球", drawn.randint(1, 5))) for _ in range(many)]
    tickets = {f"{number:03}": ranked for number, ranked in enumerate(wishes)}
    held = a_round(clubs, tickets, form="000000", most_per_ticket=most)
    ours = QINGFU_DRAW.result_of(QINGFU_DRAW.Listed(held.text.encode()), held.sha256, value)
    assert "".join(f"{line}\n" for line in ours) == draw(held, value).text


@given(st.data())
def test_a_changed_byte_anywhere_in_the_record_is_found_by_both(data):
    part = data.draw(st.sampled_from(["list", "result", "sha256", "value", "round", "source"]))
    text = RECORD[part] if isinstance(RECORD[part], str) else "\n".join(RECORD[part])
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from("0a甲\t \n").filter(lambda sign: sign != text[place]))
    changed = text[:place] + other + text[place + 1:]
    touched = {**RECORD, part: changed if isinstance(RECORD[part], str) else changed.split("\n")}
    assert verified(touched) in (1, 2)
    with pytest.raises(Unfit):
        record_from_plain(touched)


def resealed(lines, result=()):
    """A record of these lines whose hash is right, as somebody would write it who knows how."""
    text = "".join(f"{line}\n" for line in lines)
    return {**RECORD, "list": lines, "sha256": hashlib.sha256(text.encode()).hexdigest(), "result": list(result)}


LINES = RECORD["list"]


@pytest.mark.parametrize(
    "lines",
    [
        [*LINES[:5], *reversed(LINES[5:8]), *LINES[8:]], [*LINES[:8], *reversed(LINES[8:])], [*LINES, LINES[-1]],
        [*LINES, "ticket\t鼠\t鼓"], [*LINES, "ticket\t鼠\t棋\t棋"], [*LINES, "ticket\t鼠"], [*LINES, "note\t鼠\t棋"],
        [*LINES, "ticket\t鼠\u202e\t棋"], [*LINES, "ticket\t 鼠\t棋"], [*LINES, "ticket\te\u0301\t棋"],
        LINES[:8], LINES[:4],
        [*LINES[:4], "most\t0", *LINES[5:]], [*LINES[:4], "most\t01", *LINES[5:]], ["qingfu-draw-list/2", *LINES[1:]],
        [*LINES[:3], "form\t000", *LINES[4:]], [*LINES[:5], "club\t一\t一\t1\t二\t一", *LINES[5:]],
    ],
)  # fmt: skip
def test_a_list_that_is_not_in_its_form_is_found_though_its_hash_is_right(lines):
    assert verified(resealed(lines)) == 1
    with pytest.raises(Unfit):
        record_from_plain(resealed(lines))


@pytest.mark.parametrize("value", ["03 07 12 18 25 31 + 08", "3 7 12 18 25 31 + 9", VALUE + "\n"])
def test_a_value_other_than_the_one_drawn_with_or_written_otherwise_is_found(value):
    assert verified({**RECORD, "value": value}) == 1


def test_nothing_in_a_file_can_steer_the_screen(run):
    told = run("verify", {**RECORD, "sha256": "\x1b[2J\u202e"})
    assert told.returncode == 1 and "\x1b" not in told.stdout and "\u202e" not in told.stdout


def test_the_verifier_is_one_file_that_knows_the_standard_library_of_python_3_8_only():
    tree = ast.parse(VERIFIER.read_text(encoding="utf-8"), feature_version=(3, 8))
    asked = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    assert not any(isinstance(node, ast.ImportFrom) for node in ast.walk(tree))
    assert asked == {"argparse", "hashlib", "json", "re", "sys", "unicodedata"}


def test_both_tell_the_form_of_the_public_value_the_same():
    assert QINGFU_DRAW.fits(FORM, VALUE) and not QINGFU_DRAW.fits(FORM, VALUE + "\n")

"""What people type, as every house reads it."""

import pytest
from marshmallow import ValidationError

from contracts.fields import Bytes, Document, Text


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_text_in_several_lines_is_the_same_from_every_browser_and_program(line_end):
    assert Text().deserialize(f"第一行{line_end}第二行") == "第一行\n第二行"


def test_a_line_end_counts_as_one_character_however_it_was_sent():
    assert Text(longest=3).deserialize("一\r\n二") == "一\n二"
    with pytest.raises(ValidationError, match="最多 3 个字，现在有 4 个"):
        Text(longest=3).deserialize("一\r\n二三")


@pytest.mark.parametrize("unseen", ["\x00", "\x1b", "\u202e"])
def test_text_with_characters_nobody_sees_is_refused(unseen):
    with pytest.raises(ValidationError, match="看不见的控制字符"):
        Text().deserialize(f"一{unseen}二")


@pytest.mark.parametrize("plain", [{"a": "一\x00二"}, {"a": [{"b": ["\ud800"]}]}, {"\u202e": 1}, {"a": [[["\x1b"]]]}])
def test_a_document_in_which_something_is_invisible_is_refused_however_deep_it_lies(plain):
    with pytest.raises(ValidationError, match="看不见的控制字符"):
        Document().deserialize(plain)


def test_a_document_is_read_as_it_was_written():
    plain = {"value": ["语文", 1, None, True], "scope": {"grades": [1, 2]}, "clause": "第一行\n第二行"}
    assert Document().deserialize(plain) == plain
    with pytest.raises(ValidationError):
        Document().deserialize(["no document"])


def test_bytes_travel_as_text_and_come_back_as_they_were():
    content = bytes(range(256))
    assert Bytes(longest=256).deserialize(Bytes(longest=256)._serialize(content, None, None)) == content


@pytest.mark.parametrize("typed", [7, None, "AA!AA", "AAA", "AAAAAAAA"])
def test_what_is_no_text_of_bytes_or_too_long_is_refused(typed):
    with pytest.raises(ValidationError):
        Bytes(longest=5).deserialize(typed)

"""Written: norms of a layer as a head teacher would jot them down: "三至六年级，60 分钟，2021-09-01 起"."""

import re
from typing import Any

LAYERS = {"国家": "national", "区县": "district", "学校": "school"}
COUNTERS = {
    "书面": "written_total_average", "全部": "all_total_average", "回家书面": "written_home_average",
    "回家全部": "all_home_average",
}
_NUMERALS = "〇一二三四五六七八九"


def norm_of(layer: str, lines: list[str]) -> dict[str, Any]:
    """The document of a cap, one row a line; "原则上" makes it advice, "书面" or "回家全部" says what it counts."""
    words = [word for line in lines for word in line.split("，")]
    measure = next((COUNTERS[word] for word in words if word in COUNTERS), COUNTERS["书面"])
    return {
        "key": "minutes", "title": "每天作业总量", "layer": LAYERS[layer], "measure": measure, "bound": "at_most",
        "unit": "minutes", "force": "warn" if "原则上" in words else "refuse", "rows": [_row(line) for line in lines],
    }


def _row(line: str) -> dict[str, Any]:
    row: dict[str, Any] = {"effective_from": "2021-09-01", "clause": "条款", "source": "文件"}
    for word in line.split("，"):
        if word.endswith("年级"):
            row["grades"] = _grades(word.removesuffix("年级"))
        elif word.endswith("分钟"):
            row["value"] = int(word.removesuffix("分钟"))
        elif days := re.fullmatch(r"([\d-]{10}) (?:起|至 ([\d-]{10}))", word):
            row["effective_from"] = days[1]
            row |= {"effective_to": days[2]} if days[2] else {}
        else:
            assert word in COUNTERS or word == "原则上", word
    return row


def _grades(words: str) -> list[int]:
    first, _, last = words.partition("至")
    if last:
        return list(range(_NUMERALS.index(first), _NUMERALS.index(last) + 1))
    return [_NUMERALS.index(numeral) for numeral in words.split("、")]

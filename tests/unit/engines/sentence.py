"""Sentence: one line of sentences/*.yaml as norms, a case and what is expected of them."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from engines.policy import Case, Norm, Outcome, counters_of, granting, norm_from_plain
from engines.policy.about import ABOUT_WORDS
from engines.policy.unit import Unit, time_read
from engines.policy.vocabulary import FIELDS, Code, Codes, fields_of
from services.rulebook.formats.layer_document import layer_from_yaml
from services.rulebook.wiring import NATIONAL

OUTCOMES = {
    "可以": Outcome.COMPLIANT, "不可以": Outcome.VIOLATION, "提醒": Outcome.WARNING, "没有规定": Outcome.NOT_REGULATED
}
LAYER = {"national": "国家", "district": "区级", "school": "学校"}
MATTERS = {words: about for about, words in ABOUT_WORDS.items()}
HERE, LAYERS = Path(__file__).parent, Path(__file__).parents[3] / "demo" / "layers.yaml"
SCHOOLS = "abcdefghijklm"
_MONDAY = date(2026, 11, 23)


def sentences(folder: str = "") -> list[Any]:
    files = sorted((HERE / "sentences" / folder).glob("*.yaml"))
    written = [(file.stem, told) for file in files for told in yaml.safe_load(file.read_text(encoding="utf-8"))]
    return [(rule, one) for rule, told in written for one in _for_each(told)]


def _for_each(told: dict[str, Any]) -> list[dict[str, Any]]:
    """The sentence, or, where it is told of every school (每一所), one for each."""
    if told.get("学校") != "每一所":
        return [told]
    return [{**told, "学校": school, "说明": f"{told['说明']}（学校 {school}）"} for school in SCHOOLS]


def norms_of(told: dict[str, Any]) -> tuple[Norm, ...]:
    """The nation's norms, and with a school named, its own and its district's; with what is granted from them."""
    norms = _national() if "学校" not in told else (*_national(), *_own(told["学校"]))
    return tuple(_with(norm, told.get("准予", ())) for norm in norms)


def day_of(told: dict[str, Any]) -> date:
    return told.get("日期", _MONDAY)


def case_of(told: dict[str, Any]) -> Case:
    """A piece of homework, or whatever else a matter is about, as usual but for what is told of it."""
    return _homework(told) if "布置" in told else _other(told)


def _other(told: dict[str, Any]) -> Case:
    ((matter, said),) = [(word, said) for word, said in told.items() if word in MATTERS]
    declared = {field.words: field for field in fields_of(MATTERS[matter])}
    stated = {**_usual()[matter], **said}
    fields = {declared[words].name: _value(declared[words], value) for words, value in stated.items()}
    return Case(about=MATTERS[matter], fields=fields, standing={}, adding={}, school=told.get("学校"))


def _value(field: Any, said: Any) -> Any:
    if isinstance(field, Codes):
        return tuple(_code(field.name, label) for label in said)
    if isinstance(field, Code):
        return _code(field.name, said) if field.labels else said
    return time_read(said) if field.unit is Unit.TIME else said


def _homework(told: dict[str, Any]) -> Case:
    piece, adding = _piece(told["布置"])
    standing = dict.fromkeys(adding, 0)
    for line in told.get("已有", ()):
        standing = {key: standing[key] + minutes for key, minutes in _piece(line)[1].items()}
    fields = {
        "grade": told["年级"], "day_kind": _code("day_kind", told.get("日子", "上学日")), "season": "winter",
        "weekday": day_of(told).isoweekday(), **piece,
    }
    return Case(fields=fields, standing=standing, adding=adding, school=told.get("学校"))


def _with(norm: Norm, granted: list[dict[str, Any]]) -> Norm:
    """The norm with the derogations that name its layer and title."""
    own = [_derogation(told) for told in granted if told["规定"] == f"{LAYER[norm.layer]}，{norm.title}"]
    return granting(norm, own) if own else norm


def _derogation(told: dict[str, Any]) -> dict[str, Any]:
    names = {"学校": "schools", "年级": "grades", "星期": "weekdays", "改为": "value", "理由": "reason"}
    plain = {names[word]: value for word, value in told.items() if word in names}
    days = {"effective_from": told["从"].isoformat(), "effective_to": told["到"].isoformat()}
    return {**plain, **days, "granted_by": told["准予的"]}


def _piece(line: str) -> tuple[dict[str, Any], dict[str, int]]:
    subject, kind, place, minutes, *practices = line.split("，")
    typical, longest = re.fullmatch(r"(\d+)(?:～(\d+))? 分钟", minutes).groups()
    fields = {
        "subject": subject, "kind": _code("kind", kind), "place": _code("place", place),
        "practices": tuple(_code("practices", practice) for practice in practices),
    }
    at_home = fields["place"] == "home"
    return fields, counters_of(fields["kind"] == "written", at_home, int(typical), int(longest or typical))


def _code(field: str, label: str) -> str:
    return {words: code for code, words in FIELDS[field].labels.items()}[label]


@cache
def _usual() -> dict[str, dict[str, Any]]:
    return dict(yaml.safe_load((HERE / "usual.yaml").read_text(encoding="utf-8")))


@cache
def _national() -> tuple[Norm, ...]:
    return layer_from_yaml(NATIONAL.read_text(encoding="utf-8")).norms


@cache
def _layers() -> dict[str, Any]:
    return dict(yaml.safe_load(LAYERS.read_text(encoding="utf-8")))


@cache
def _own(school: str) -> tuple[Norm, ...]:
    layers = _layers()
    plain = [("district", norm) for norm in layers["district"]]
    plain += [("school", norm) for norm in layers["schools"][school]]
    return tuple(norm_from_plain({"layer": layer, **norm}) for layer, norm in plain)

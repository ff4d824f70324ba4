"""Document: a definition as plain data, read strictly: every refusal says where, and what to write instead."""

from collections.abc import Collection, Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from engines.approval.completion import Completion, Mode
from engines.approval.condition import Comparison, Condition
from engines.approval.definition import Definition
from engines.approval.step import Nobody, Overdue, Step

_Choice = TypeVar("_Choice", bound=StrEnum)
_WHOLE = ("key", "title", "overseers", "steps")
_STEP = tuple(field.name for field in fields(Step))
_CONDITION = tuple(field.name for field in fields(Condition))


class DefinitionUnreadable(Exception):
    """A document that is no definition. `step`, from 1, says where; None: the whole. `remedy`: what to write."""

    def __init__(self, step: int | None, what: str, remedy: str):
        self.step, self.what, self.remedy = step, what, remedy
        super().__init__(f"{'审批流程' if step is None else f'第 {step} 步'}：{what}。{remedy}。")


def definition_from_plain(plain: Any, version: int) -> Definition:
    """Return the definition that the mapping describes. Raises DefinitionUnreadable; for what it means, ask `flaws`."""
    place = _Place(None, plain)
    place.only(_WHOLE)
    steps = place.required("steps", list)
    return Definition(
        key=place.required("key", str), version=version, title=place.required("title", str),
        overseers=place.names("overseers"),
        steps=tuple(_step(_Place(number, content)) for number, content in enumerate(steps, 1)),
    )


def definition_to_plain(definition: Definition) -> dict[str, Any]:
    """Return the mapping; read again, it gives the same definition of whatever version."""
    return {
        "key": definition.key, "title": definition.title, "overseers": list(definition.overseers),
        "steps": [_step_to_plain(step) for step in definition.steps],
    }


class _Place:
    """A mapping within the document, and of which step it is."""

    def __init__(self, step: int | None, content: Any):
        self._step = step
        if not isinstance(content, Mapping):
            self.refuse("读不出来", "应为“名称: 值”的形式")
        self._content = content

    def refuse(self, what: str, remedy: str) -> NoReturn:
        raise DefinitionUnreadable(self._step, what, remedy)

    def only(self, known: Collection[str]) -> None:
        unknown = [str(name) for name in self._content if name not in known]
        if unknown:
            self.refuse(f"不认识“{'”“'.join(unknown)}”", f"可以写的有：{'、'.join(known)}")

    def required(self, name: str, kind: type) -> Any:
        value = self._content.get(name)
        if type(value) is not kind or not value:
            self.refuse(f"{name} 不能是 {value!r}", f"请写明 {name}")
        return value

    def names(self, name: str) -> tuple[str, ...]:
        """Return a list of names; none where nothing is written."""
        value = self._content.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            self.refuse(f"{name} 应为一列代号，现为 {value!r}", f"请写成 {name}: [head_teacher] 的样子")
        return tuple(value)

    def days(self, name: str) -> int | None:
        value = self._content.get(name)
        if value is not None and type(value) is not int:
            self.refuse(f"{name} 应为教学日的天数，现为 {value!r}", "请写一个整数，或者不写")
        return value

    def choice(self, name: str, choices: type[_Choice], otherwise: _Choice | None = None) -> _Choice:
        value = self._content.get(name, otherwise)
        if value not in list(choices):
            self.refuse(f"{name} 不能是 {value!r}", f"可以写的有：{'、'.join(choices)}")
        return choices(value)

    def truth(self, name: str) -> bool:
        value = self._content.get(name, False)
        if type(value) is not bool:
            self.refuse(f"{name} 不能是 {value!r}", "请写 true 或 false")
        return value

    def places(self, name: str) -> "list[_Place]":
        value = self._content.get(name, [])
        if not isinstance(value, list):
            self.refuse(f"{name} 应为一列，现为 {value!r}", "请在每一条前面写“- ”")
        return [_Place(self._step, one) for one in value]

    def fact(self, name: str) -> str | int | bool:
        value = self._content.get(name)
        if not isinstance(value, str | int | bool):
            self.refuse(f"{name} 不能是 {value!r}", "请写文字、整数、true 或 false")
        return value


def _step(place: _Place) -> Step:
    place.only((*_STEP, "percent"))
    mode = place.choice("completion", Mode, Mode.ANY)
    percent = place.days("percent")
    if (percent is not None) != (mode is Mode.RATIO):
        place.refuse("通过比例和 completion 对不上", "completion 写 ratio 的要写 percent，其余的不写")
    return Step(
        key=place.required("key", str), name=place.required("name", str), groups=place.names("groups"),
        users=place.names("users"), by_family=place.truth("by_family"),
        completion=Completion(mode=mode, percent=100 if percent is None else percent),
        skip_if=tuple(map(_condition, place.places("skip_if"))), due_days=place.days("due_days"),
        nobody=place.choice("nobody", Nobody, Nobody.WAIT), fallback=place.names("fallback"),
        remind_days=place.days("remind_days"), overdue=place.choice("overdue", Overdue, Overdue.WAIT),
        superiors=place.names("superiors"),
    )


def _condition(place: _Place) -> Condition:
    place.only(_CONDITION)
    return Condition(
        fact=place.required("fact", str), comparison=place.choice("comparison", Comparison), value=place.fact("value")
    )


def _step_to_plain(step: Step) -> dict[str, Any]:
    """Return what is said of the step; nothing of what holds anyway."""
    usual = Step(key="", name="")
    plain: dict[str, Any] = {}
    for name in _STEP:
        value = getattr(step, name)
        if value == getattr(usual, name):
            continue
        if isinstance(value, Completion):
            plain |= {name: str(value.mode)} | ({"percent": value.percent} if value.mode is Mode.RATIO else {})
        elif name == "skip_if":
            plain[name] = [{part: _plain(getattr(one, part)) for part in _CONDITION} for one in value]
        else:
            plain[name] = _plain(value)
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return str(value)
    return list(value) if isinstance(value, tuple) else value

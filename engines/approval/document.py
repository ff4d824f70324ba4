"""Document: a definition as plain data, read strictly: every refusal says where, and what to write instead."""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, NoReturn

from engines.approval.completion import Completion, Mode
from engines.approval.condition import Comparison, Condition
from engines.approval.definition import Definition
from engines.approval.step import Nobody, Overdue, Step
from engines.plain import Choice, Plain

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
    place = _Place(content=plain).mapping("")
    place.only(_WHOLE)
    steps = [_Place(step=number, content=content).mapping("") for number, content in enumerate(place.some("steps"), 1)]
    return Definition(
        key=place.key("key"), version=version, title=place.text("title"), overseers=place.names("overseers"),
        steps=tuple(map(_step, steps)),
    )


def definition_to_plain(definition: Definition) -> dict[str, Any]:
    """Return the mapping; read again, it gives the same definition of whatever version."""
    return {
        "key": definition.key, "title": definition.title, "overseers": list(definition.overseers),
        "steps": [_step_to_plain(step) for step in definition.steps],
    }


@dataclass(frozen=True, kw_only=True)
class _Place(Plain):
    """A mapping within the document, and of which step it is."""

    step: int | None = None

    def refuse(self, what: str, remedy: str) -> NoReturn:
        raise DefinitionUnreadable(self.step, what, remedy)

    def names(self, name: str) -> tuple[str, ...]:
        """Return a list of names; none where nothing is written."""
        value = self.content.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            self.refuse(f"{name} 应为一列代号，现为 {value!r}", f"请写成 {name}: [head_teacher] 的样子")
        return tuple(value)

    def days(self, name: str) -> int | None:
        value = self.content.get(name)
        if value is not None and type(value) is not int:
            self.refuse(f"{name} 应为教学日的天数，现为 {value!r}", "请写一个整数，或者不写")
        return value

    def either(self, name: str, usual: Choice) -> Choice:
        """Return one of a closed list; the usual one where nothing is written."""
        return self.choice(name, type(usual)) if name in self.content else usual

    def truth(self, name: str) -> bool:
        value = self.content.get(name, False)
        if type(value) is not bool:
            self.refuse(f"{name} 不能是 {value!r}", "请写 true 或 false")
        return value

    def conditions(self, name: str) -> tuple[Condition, ...]:
        return tuple(map(self._condition, self.some(name))) if name in self.content else ()

    def _condition(self, content: Any) -> Condition:
        place = _Place(step=self.step, content=content).mapping("跳过条件")
        place.only(_CONDITION)
        return Condition(fact=place.text("fact"), comparison=place.choice("comparison", Comparison), value=place.fact())

    def fact(self) -> str | int | bool:
        value = self.required("value")
        if not isinstance(value, str | int | bool):
            self.refuse(f"value 不能是 {value!r}", "请写文字、整数、true 或 false")
        return value


def _step(place: _Place) -> Step:
    place.only((*_STEP, "percent"))
    mode = place.either("completion", Mode.ANY)
    percent = place.days("percent")
    if (percent is not None) != (mode is Mode.RATIO):
        place.refuse("通过比例和 completion 对不上", "completion 写 ratio 的要写 percent，其余的不写")
    return Step(
        key=place.key("key"), name=place.text("name"), groups=place.names("groups"),
        users=place.names("users"), by_family=place.truth("by_family"),
        completion=Completion(mode=mode, percent=100 if percent is None else percent),
        skip_if=place.conditions("skip_if"), due_days=place.days("due_days"),
        nobody=place.either("nobody", Nobody.WAIT), fallback=place.names("fallback"),
        remind_days=place.days("remind_days"), overdue=place.either("overdue", Overdue.WAIT),
        superiors=place.names("superiors"),
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

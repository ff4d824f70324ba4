"""Document: a round, sealed or drawn, as a JSON-safe record that holds all it takes to draw it again.

    {"format": "qingfu-draw-record/1", "round": name, "source": source,
     "list": [every line of the list, without its line feed], "sha256": hash of the list,
     "value": the public value, "result": [every line of the result, without its line feed]}

A sealed round has no `value` and no `result`. `round` and `source` repeat the list, for whoever only looks.
"""

from typing import Any, NoReturn

from engines.draw.draw import draw
from engines.draw.drawn import Drawn
from engines.draw.reading import round_from_text
from engines.draw.round import Round
from engines.draw.unfit import Unfit
from engines.plain import Plain

FORMAT = "qingfu-draw-record/1"
_SEALED = ("format", "round", "source", "list", "sha256")
_DRAWN = (*_SEALED, "value", "result")


def record_to_plain(of: Round | Drawn) -> dict[str, Any]:
    """Return the record; read again, it gives the same round, or what came of it."""
    if isinstance(of, Drawn):
        return {**record_to_plain(of.round), "value": of.value, "result": of.text.split("\n")[:-1]}
    lines = of.text.split("\n")[:-1]
    return {"format": FORMAT, "round": of.name, "source": of.source, "list": lines, "sha256": of.sha256}


def record_from_plain(plain: Any) -> Round | Drawn:
    """Return the round, or what came of it, drawn again. Raises Unfit where anything is not as it must be."""
    record = _Record(content=plain).mapping("抽签记录")
    drawn = not {"value", "result"}.isdisjoint(record.content)
    record.only(_DRAWN if drawn else _SEALED)
    record.same("format", FORMAT)
    sealed = round_from_text(record.lines("list"))
    record.same("sha256", sealed.sha256)
    record.same("round", sealed.name)
    record.same("source", sealed.source)
    return _drawn(record, sealed) if drawn else sealed


def _drawn(record: "_Record", sealed: Round) -> Drawn:
    drawn = draw(sealed, record.text("value"))
    if record.lines("result") != drawn.text:
        record.refuse("result 与重新抽签的结果不同", "请用 qingfu-draw verify 看哪一行不同")
    return drawn


class _Record(Plain):
    def refuse(self, what: str, remedy: str) -> NoReturn:
        raise Unfit(f"抽签记录：{what}", remedy)

    def same(self, name: str, expected: str) -> None:
        """Refuse a text that is not what it has to be."""
        if self.required(name) != expected:
            self.refuse(f"{name} 现为 {self.content[name]!r}，应为 {expected}", "请用封存时公布的原文")

    def lines(self, name: str) -> str:
        """Return a list of lines as one text."""
        value = self.required(name)
        if not isinstance(value, list) or not all(isinstance(line, str) and "\n" not in line for line in value):
            self.refuse(f"{name} 应为一行一行的文字", "请用公布的原文")
        return "".join(f"{line}\n" for line in value)

"""Draft: what a layer is to say, whole, before it is published."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from engines.policy import Layer, Norm, Witness, granting, witnesses


class LayerUnreadable(Exception):
    """A document that is no layer, or that says one thing twice; the message says what to put right, in Chinese."""


class ChangesNothing(Exception):
    """A draft with lines that are nowhere true under the layers above; the message says what to do, in Chinese."""

    def __init__(self, found: Sequence[Witness]):
        self.witnesses, self.told = tuple(found), tuple(map(_refusal, found))
        super().__init__("".join(self.told))


def _refusal(witness: Witness) -> str:
    place = f"规定“{witness.norm.key}”"
    if witness.row is None:
        ask = "放宽那条规定的，是制定它的一层，或它写明的下一层，请向它申请。"
        return f"{place}第 {witness.derogation} 条准予：{witness.words}。{ask}"
    return f"{place}第 {witness.row} 行：{witness.words}。请改得与上一层相同或更严，或删去这一行。"


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Every norm belongs to the layer and has a key of its own there; LayerUnreadable is raised otherwise."""

    layer: Layer
    norms: tuple[Norm, ...]

    def __post_init__(self) -> None:
        strangers = [norm.key for norm in self.norms if norm.layer is not self.layer]
        if strangers:
            raise LayerUnreadable(
                f"{'、'.join(strangers)} 不属于 {self.layer} 这一层，请放到它自己的层里；要放宽，由那一层准予。"
            )
        twice = [key for key, times in Counter(norm.key for norm in self.norms).items() if times > 1]
        if twice:
            raise LayerUnreadable(f"{self.layer} 这一层里 {'、'.join(twice)} 写了不止一次，请合并或改名。")

    def granting(self, granted: Mapping[str, Sequence[Mapping[str, Any]]], by: Layer) -> "Draft":
        """Return the draft with these derogations, by the key of their norm.

        Raises LayerUnreadable where no norm of that key is `by`'s to loosen, NormUnreadable for what it cannot take.
        """
        foreign = granted.keys() - {norm.key for norm in self.norms if norm.derogable_by is by}
        if foreign:
            raise LayerUnreadable(f"{self.layer} 这一层里没有由 {by} 准予放宽的 {'、'.join(sorted(foreign))}。")
        return replace(self, norms=tuple(granting(norm, granted.get(norm.key, ())) for norm in self.norms))

    def check_under(self, norms: Iterable[Norm], school_id: str | None) -> None:
        """Raise ChangesNothing if a line is useless under those of the norms that belong to a higher layer."""
        higher = (norm for norm in norms if norm.layer.depth < self.layer.depth)
        above = sorted(higher, key=lambda norm: norm.layer.depth)
        found = witnesses(above, self.norms, school_id)
        if found:
            raise ChangesNothing(found)

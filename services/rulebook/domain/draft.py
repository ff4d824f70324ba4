"""Draft: what a layer is to say, whole, before it is published."""

from collections import Counter
from dataclasses import dataclass

from engines.policy import Layer, Norm


class LayerUnreadable(Exception):
    """A document that is no layer, or that says one thing twice; the message says what to put right, in Chinese."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Every norm belongs to the layer and has a key of its own there. Raises LayerUnreadable otherwise."""

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

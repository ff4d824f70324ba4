"""A layer as plain data: its height, and norms that need not repeat it."""

from typing import Any

import yaml

from engines.policy import Layer, Norm, norm_from_plain, norm_to_plain
from services.rulebook.domain.draft import Draft, LayerUnreadable
from services.rulebook.formats.strict_yaml import read_yaml


def layer_from_yaml(text: str) -> Draft:
    """Return the layer that a file `{layer, norms}` describes. Raises LayerUnreadable, NormUnreadable."""
    plain = read_yaml(text)
    if isinstance(plain, dict) and "derogations" in plain:
        raise LayerUnreadable("准予（derogations）要写在被放宽的那条规定里面，由制定它的那一层来写。")
    if not isinstance(plain, dict) or set(plain) != {"layer", "norms"}:
        raise LayerUnreadable("一层规定的文件应有 layer 和 norms 两项，没有别的。")
    return layer_from_plain(plain["layer"], plain["norms"])


def layer_to_yaml(draft: Draft) -> str:
    """Return the file of a layer; reading it gives the same one."""
    norms = [{name: value for name, value in norm_to_plain(norm).items() if name != "layer"} for norm in draft.norms]
    plain = {"layer": str(draft.layer), "norms": norms}
    return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=110)


def layer_from_plain(layer: Any, norms: Any) -> Draft:
    """Return the layer that these documents describe. Raises LayerUnreadable, NormUnreadable."""
    if layer not in list(Layer):
        raise LayerUnreadable(f"layer 不能是 {layer!r}，可以写的有：{'、'.join(Layer)}。")
    if not isinstance(norms, list):
        raise LayerUnreadable(f"{layer} 这一层的 norms 应为列表，没有规定就写 []。")
    return Draft(layer=Layer(layer), norms=tuple(_norm(Layer(layer), plain) for plain in norms))


def _norm(layer: Layer, plain: Any) -> Norm:
    if not isinstance(plain, dict):
        raise LayerUnreadable(f"{layer} 这一层里有一条读不出来：{plain!r}，应为“名称: 值”的形式。")
    return norm_from_plain({"layer": str(layer), **plain})

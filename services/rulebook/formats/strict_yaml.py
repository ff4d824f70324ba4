"""Strict YAML: text, whole numbers, lists and mappings; nothing is guessed, repeated or referred to."""

import re
from typing import Any

import yaml

from services.rulebook.domain.draft import LayerUnreadable


class _Loader(yaml.SafeLoader):
    """YAML without dates, yes/no, fractions, anchors and repeated keys: what stands there is what is meant."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way to be told

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Build a node; refuse one that only refers to another."""
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()
            raise LayerUnreadable(f"第 {event.start_mark.line + 1} 行：不能用 *引用，请把内容写全。")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Return the mapping; refuse a key that stands twice, or is no word."""
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise LayerUnreadable(f"第 {key.start_mark.line + 1} 行：冒号前应为一个名称。")
            if key.value in seen:
                raise LayerUnreadable(f"第 {key.start_mark.line + 1} 行：“{key.value}”写了两次，请只留一个。")
            seen.add(key.value)
        return super().construct_mapping(node, deep)


_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^(0|[1-9][0-9]{0,8})$"), list("0123456789"))


def read_yaml(text: str) -> Any:
    """Return plain data. Raises LayerUnreadable, with the line."""
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a SafeLoader, and stricter
    except RecursionError as problem:
        raise LayerUnreadable("文件套了太多层，读不出来。") from problem
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        where = f"第 {mark.line + 1} 行" if mark else "文件"
        raise LayerUnreadable(f"{where}读不出来，请检查缩进、冒号和引号。") from problem

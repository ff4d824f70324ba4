"""Diagram: where each element of a BPMN document is drawn (BPMN DI), for modellers show nothing without it."""

from typing import NamedTuple
from xml.etree import ElementTree as ET

from engines.approval.bpmn.graph import Flow, Kind, Node
from engines.approval.definition import Definition

_BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
_DC = "http://www.omg.org/spec/DD/20100524/DC"
_DI = "http://www.omg.org/spec/DD/20100524/DI"
for _prefix, _name in (("bpmndi", _BPMNDI), ("dc", _DC), ("di", _DI)):
    ET.register_namespace(_prefix, _name)
_SIZES = {
    Kind.START: (36, 36), Kind.END: (36, 36), Kind.TASK: (110, 80), Kind.SEND: (110, 80), Kind.GATEWAY: (50, 50),
    Kind.TIMER: (36, 36),
}
_COLUMN, _ROW, _LEFT, _TOP, _APART = 150, 150, 260, 160, 45
Way = list[tuple[int, int]]


class Box(NamedTuple):
    """Where something is drawn."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        """Return its middle."""
        return self.x + self.width // 2, self.y + self.height // 2

    @property
    def right(self) -> int:
        """Return where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Return its lower edge."""
        return self.y + self.height


def diagram(root: ET.Element, definition: Definition, drawn: list[Node], joined: list[Flow]) -> None:
    """Add the picture: the chain from left to right in its frame, what leads back below."""
    outer = ET.SubElement(root, f"{{{_BPMNDI}}}BPMNDiagram", id="diagram")
    plane = ET.SubElement(outer, f"{{{_BPMNDI}}}BPMNPlane", id="plane", bpmnElement=definition.key)
    boxes = {node.id: _box(node) for node in drawn}
    right, bottom = max(box.right for box in boxes.values()), max(box.bottom for box in boxes.values())
    frame = Box(_LEFT - 90, _TOP - 130, right - _LEFT + 140, bottom - _TOP + 200)
    boxes |= {
        "begun": Box(frame.x - 90, _TOP - 18, 36, 36),
        "chain": frame,
        "ended": Box(frame.right + 60, _TOP - 18, 36, 36),
        "withdrawal": Box(frame.x + 40, frame.bottom - 18, 36, 36),
        "taken_back": Box(frame.x + 160, frame.bottom + 40, 36, 36),
    }
    for element, box in boxes.items():
        shape = ET.SubElement(plane, f"{{{_BPMNDI}}}BPMNShape", id=f"shape_{element}", bpmnElement=element)
        if element == "chain":
            shape.set("isExpanded", "true")
        sides = dict(zip(Box._fields, map(str, box), strict=True))
        ET.SubElement(shape, f"{{{_DC}}}Bounds", sides)
    around = [Flow(source="begun", target="chain"), Flow(source="chain", target="ended")]
    for flow in (*joined, *around, Flow(source="withdrawal", target="taken_back")):
        edge = ET.SubElement(plane, f"{{{_BPMNDI}}}BPMNEdge", id=f"edge_{flow.id}", bpmnElement=flow.id)
        for x, y in _way(boxes[flow.source], boxes[flow.target]):
            ET.SubElement(edge, f"{{{_DI}}}waypoint", x=str(x), y=str(y))


def _box(node: Node) -> Box:
    """A timer stands on the lower edge of its task."""
    width, height = _SIZES[node.kind]
    lower = _SIZES[Kind.TASK][1] // 2 if node.timer else 0
    across, down = _LEFT + round(node.column * _COLUMN), _TOP + node.row * _ROW + lower
    return Box(across - width // 2, down - height // 2, width, height)


def _way(source: Box, target: Box) -> Way:
    """Straight where nothing stands between; else round it."""
    return _straight(source, target) or _round(source, target)


def _straight(source: Box, target: Box) -> Way | None:
    """Up, down or on; None where that leads past the target or through something."""
    (_, down), (to_across, to_down) = source.middle, target.middle
    if source.x <= to_across <= source.right:
        up = target.y < source.y
        return [(to_across, source.y if up else source.bottom), (to_across, target.bottom if up else target.y)]
    if target.x < source.x or (down == to_down and target.x - source.x > 2 * _COLUMN):
        return None
    if target.y <= down <= target.bottom:
        return [(source.right, down), (target.x, down)]
    return [(source.right, to_down), (target.x, to_down)] if source.y <= to_down <= source.bottom else None


def _round(source: Box, target: Box) -> Way:
    """Above on the way on in one row, below on the way back, and else by one corner."""
    (across, down), (to_across, to_down) = source.middle, target.middle
    if target.x < source.x:
        below = max(source.bottom, target.bottom) + _APART
        return [(across, source.bottom), (across, below), (to_across, below), (to_across, target.bottom)]
    if down == to_down:
        above = source.y - _APART
        return [(across, source.y), (across, above), (to_across, above), (to_across, target.y)]
    if target.y > source.y:
        return [(across, source.bottom), (across, to_down), (target.x, to_down)]
    return [(source.right, down), (to_across, down), (to_across, target.bottom)]

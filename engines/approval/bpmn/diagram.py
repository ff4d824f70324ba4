"""Diagram: where each element of a BPMN document is drawn (BPMN DI), for modellers show nothing without it."""

from xml.etree import ElementTree as ET

from engines.approval.bpmn.graph import Flow, Kind, Node
from engines.approval.definition import Definition

_BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
_DC = "http://www.omg.org/spec/DD/20100524/DC"
_DI = "http://www.omg.org/spec/DD/20100524/DI"
for _prefix, _name in (("bpmndi", _BPMNDI), ("dc", _DC), ("di", _DI)):
    ET.register_namespace(_prefix, _name)
_SIZES = {Kind.START: (36, 36), Kind.END: (36, 36), Kind.TASK: (110, 80), Kind.GATEWAY: (50, 50)}
_COLUMN, _ROW, _LEFT, _TOP = 150, 170, 260, 160
Box = tuple[int, int, int, int]


def diagram(root: ET.Element, definition: Definition, drawn: list[Node], joined: list[Flow]) -> None:
    """Add the picture: the chain from left to right in its frame, what leads back below."""
    outer = ET.SubElement(root, f"{{{_BPMNDI}}}BPMNDiagram", id="diagram")
    plane = ET.SubElement(outer, f"{{{_BPMNDI}}}BPMNPlane", id="plane", bpmnElement=definition.key)
    boxes = {node.id: _box(node) for node in drawn}
    right = max(left + width for left, _, width, _ in boxes.values())
    frame = (_LEFT - 90, _TOP - 100, right - _LEFT + 140, 2 * _ROW + 60)
    boxes |= {
        "begun": (frame[0] - 90, _TOP - 18, 36, 36),
        "chain": frame,
        "ended": (frame[0] + frame[2] + 60, _TOP - 18, 36, 36),
        "withdrawal": (frame[0] + 40, frame[1] + frame[3] - 18, 36, 36),
        "taken_back": (frame[0] + 160, frame[1] + frame[3] + 40, 36, 36),
    }
    for element, box in boxes.items():
        shape = ET.SubElement(plane, f"{{{_BPMNDI}}}BPMNShape", id=f"shape_{element}", bpmnElement=element)
        if element == "chain":
            shape.set("isExpanded", "true")
        sides = dict(zip(("x", "y", "width", "height"), map(str, box), strict=True))
        ET.SubElement(shape, f"{{{_DC}}}Bounds", sides)
    around = [Flow(source="begun", target="chain"), Flow(source="chain", target="ended")]
    for flow in (*joined, *around, Flow(source="withdrawal", target="taken_back")):
        edge = ET.SubElement(plane, f"{{{_BPMNDI}}}BPMNEdge", id=f"edge_{flow.id}", bpmnElement=flow.id)
        for x, y in _way(boxes[flow.source], boxes[flow.target]):
            ET.SubElement(edge, f"{{{_DI}}}waypoint", x=str(x), y=str(y))


def _box(node: Node) -> Box:
    width, height = _SIZES[node.kind]
    return _LEFT + node.column * _COLUMN - width // 2, _TOP + node.row * _ROW - height // 2, width, height


def _way(source: Box, target: Box) -> list[tuple[int, int]]:
    """On, from side to side; back, or past something, below or above what stands between."""
    (x, y, width, height), (to_x, to_y, to_width, to_height) = source, target
    middle, to_middle = (x + width // 2, y + height // 2), (to_x + to_width // 2, to_y + to_height // 2)
    if to_x < x:
        below = max(y + height, to_y + to_height) + 25
        return [(middle[0], y + height), (middle[0], below), (to_middle[0], below), (to_middle[0], to_y + to_height)]
    if to_x - x > 2 * _COLUMN and middle[1] == to_middle[1]:
        above = min(y, to_y) - 25
        return [(middle[0], y), (middle[0], above), (to_middle[0], above), (to_middle[0], to_y)]
    return [(x + width, middle[1]), (to_x, to_middle[1])]

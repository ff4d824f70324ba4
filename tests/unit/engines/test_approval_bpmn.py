"""A chain as a BPMN document: what stands in it is drawn, where nothing else is, and joined at its edges."""

from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest

from engines.approval import definition_from_plain
from engines.approval.bpmn import bpmn
from tests.unit.engines.test_approval_document import CHAINS

MODEL, DI = "{http://www.omg.org/spec/BPMN/20100524/MODEL}", "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC, WAYS = "{http://www.omg.org/spec/DD/20100524/DC}", "{http://www.omg.org/spec/DD/20100524/DI}"
DRAWN = ("startEvent", "endEvent", "userTask", "sendTask", "exclusiveGateway", "boundaryEvent", "subProcess")


@pytest.fixture(params=CHAINS, ids=lambda plain: plain["key"])
def document(request):
    return ET.fromstring(bpmn(definition_from_plain(request.param, 3)))


def boxes(document):
    found = {}
    for shape in document.iter(f"{DI}BPMNShape"):
        bounds = shape.find(f"{DC}Bounds")
        found[shape.get("bpmnElement")] = tuple(int(bounds.get(side)) for side in ("x", "y", "width", "height"))
    return found


def test_everything_is_drawn_and_nothing_else(document):
    stated = {element.get("id") for kind in DRAWN for element in document.iter(f"{MODEL}{kind}")}
    assert set(boxes(document)) == stated
    joined = {element.get("id") for element in document.iter(f"{MODEL}sequenceFlow")}
    assert {edge.get("bpmnElement") for edge in document.iter(f"{DI}BPMNEdge")} == joined


def test_nothing_is_drawn_over_anything_but_a_timer_on_its_task_and_a_withdrawal_on_the_frame(document):
    on_edges = {element.get("id") for element in document.iter(f"{MODEL}boundaryEvent")} | {"chain"}
    standing = {name: box for name, box in boxes(document).items() if name not in on_edges}
    over = [
        (one, other) for (one, (x, y, w, h)), (other, (x2, y2, w2, h2)) in combinations(standing.items(), 2)
        if x < x2 + w2 and x2 < x + w and y < y2 + h2 and y2 < y + h
    ]
    assert over == []


def test_every_line_begins_and_ends_at_the_edge_of_what_it_joins(document):
    drawn, flows = boxes(document), {flow.get("id"): flow for flow in document.iter(f"{MODEL}sequenceFlow")}
    for edge in document.iter(f"{DI}BPMNEdge"):
        flow = flows[edge.get("bpmnElement")]
        points = [(int(point.get("x")), int(point.get("y"))) for point in edge.iter(f"{WAYS}waypoint")]
        for (x, y), end in ((points[0], flow.get("sourceRef")), (points[-1], flow.get("targetRef"))):
            left, top, width, height = drawn[end]
            assert left <= x <= left + width
            assert top <= y <= top + height
            assert x in (left, left + width) or y in (top, top + height)
        assert all(x == x2 or y == y2 for (x, y), (x2, y2) in pairwise(points))


def test_it_says_which_version_it_is_of(document):
    assert document.find(f"{MODEL}process/{MODEL}documentation").text == "第 3 版"

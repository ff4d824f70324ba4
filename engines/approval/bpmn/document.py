"""Document: the XML of BPMN 2.0 (ISO/IEC 19510), as any modeller opens it: the process, and the picture of it."""

from xml.etree import ElementTree as ET

from engines.approval.bpmn import feel
from engines.approval.bpmn.diagram import diagram
from engines.approval.bpmn.graph import Flow, Kind, Node, flows, nodes
from engines.approval.definition import Definition
from engines.approval.step import Nobody, Step

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_OURS = "urn:qingfu:approval"
ET.register_namespace("xsi", _XSI)


def bpmn(definition: Definition) -> bytes:
    """Return the definition as an XML document.

    Whoever runs it keeps the case's facts; by the keys of steps, in `signers` the list of those who sign each, and in
    `remind_on` and `overdue_on` its days, for no timer of BPMN counts school days; how many `approvals` and
    `rejections` the present step has; and the `outcome` last said: "approved", "rejected", or "returned" with `to`, the
    earlier step or null. The message "withdrawn" ends it at any time.
    """
    root = ET.Element("definitions", {
        "xmlns": MODEL, "targetNamespace": _OURS, "expressionLanguage": feel.LANGUAGE,
        "id": f"definitions_{definition.key}_{definition.version}",
    })
    for name in ("withdrawn", "remind", "overdue"):
        ET.SubElement(root, "message", id=name, name=name)
    process = ET.SubElement(root, "process", id=definition.key, name=definition.title, isExecutable="true")
    _document(process, f"第 {definition.version} 版")
    drawn, joined = list(nodes(definition)), list(flows(definition))
    ET.SubElement(process, "startEvent", id="begun")
    whole = ET.SubElement(process, "subProcess", id="chain", name=definition.title)
    _lanes(whole, drawn)
    for node in drawn:
        _node(whole, node, joined)
    for flow in joined:
        _flow(whole, flow)
    _withdrawal(process)
    diagram(root, definition, drawn, joined)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode").encode()


def _lanes(whole: ET.Element, drawn: list[Node]) -> None:
    lanes = ET.SubElement(whole, "laneSet", id="lanes")
    asked: dict[str, list[str]] = {}
    for node in drawn:
        if node.asked:
            asked.setdefault(" ".join(node.asked), []).append(node.id)
    for number, (who, ids) in enumerate(asked.items(), 1):
        lane = ET.SubElement(lanes, "lane", id=f"lane_{number}", name=who)
        for one in ids:
            ET.SubElement(lane, "flowNodeRef").text = one


def _node(whole: ET.Element, node: Node, joined: list[Flow]) -> None:
    made = ET.SubElement(whole, node.kind.value, id=node.id, name=node.name)
    if node.timer:
        made.attrib |= {"attachedToRef": node.timer.at, "cancelActivity": str(node.timer.cancels).lower()}
    if node.kind is Kind.SEND:
        made.set("messageRef", node.id.partition("_")[0])
    if node.kind is Kind.GATEWAY:
        made.set("default", next(flow.id for flow in joined if flow.source == node.id and flow.condition is None))
    if node.step:
        _document(made, _said(node.step))
    for tag, flow in [
        *(("incoming", flow) for flow in joined if flow.target == node.id),
        *(("outgoing", flow) for flow in joined if flow.source == node.id),
    ]:
        ET.SubElement(made, tag).text = flow.id
    _people(made, node)
    if node.step and node.step.completion.by_each:
        _each(made, node.step)
    if node.timer:
        timing = ET.SubElement(made, "timerEventDefinition")
        ET.SubElement(timing, "timeDate").text = node.timer.when


def _people(task: ET.Element, node: Node) -> None:
    """A group or a person that may take it is a potential owner."""
    for who in node.asked:
        owner = ET.SubElement(task, "potentialOwner", name=who)
        assignment = ET.SubElement(owner, "resourceAssignmentExpression")
        ET.SubElement(assignment, "formalExpression").text = f'"{who}"'


def _each(task: ET.Element, step: Step) -> None:
    """Everybody signs, at the same time."""
    each = ET.SubElement(task, "multiInstanceLoopCharacteristics", isSequential="false")
    cardinality = ET.SubElement(each, "loopCardinality")
    cardinality.text = feel.signers(step)
    condition = ET.SubElement(each, "completionCondition")
    condition.text = feel.complete(step)


def _flow(whole: ET.Element, flow: Flow) -> None:
    made = ET.SubElement(whole, "sequenceFlow", id=flow.id, sourceRef=flow.source, targetRef=flow.target)
    if flow.name:
        made.set("name", flow.name)
    if flow.condition is not None:
        condition = ET.SubElement(made, "conditionExpression", {f"{{{_XSI}}}type": "tFormalExpression"})
        condition.text = flow.condition


def _withdrawal(process: ET.Element) -> None:
    """The family may end it wherever it is."""
    caught = ET.SubElement(process, "boundaryEvent", id="withdrawal", attachedToRef="chain", cancelActivity="true")
    ET.SubElement(caught, "messageEventDefinition", messageRef="withdrawn")
    ET.SubElement(process, "endEvent", id="ended", name="办结")
    ET.SubElement(process, "endEvent", id="taken_back", name="申请人撤回")
    for source, target in (("begun", "chain"), ("chain", "ended"), ("withdrawal", "taken_back")):
        ET.SubElement(process, "sequenceFlow", id=f"flow_{source}_{target}", sourceRef=source, targetRef=target)


def _document(element: ET.Element, words: str) -> None:
    if words:
        ET.SubElement(element, "documentation").text = words


def _said(step: Step) -> str:
    """Return, in words, what of a step BPMN has no element for: days that schools count, and nobody being there."""
    words = ["由家长签字"] if step.by_family else []
    if step.due_days is not None:
        words.append(f"{step.due_days} 个教学日内办理")
    if step.remind_days is not None:
        words.append(f"第 {step.remind_days} 个教学日提醒")
    if step.nobody is Nobody.SKIP:
        words.append("没有人办理时跳过")
    if step.nobody is Nobody.ESCALATE:
        words.append(f"没有人办理时交给：{'、'.join(step.fallback)}")
    return "；".join(words)

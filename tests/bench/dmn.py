"""A decision table for SpiffWorkflow: its cells are Python, `?` stands for the input."""

from types import SimpleNamespace
from xml.sax.saxutils import escape

from lxml import etree
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine
from SpiffWorkflow.dmn.engine.DMNEngine import DMNEngine
from SpiffWorkflow.dmn.parser.DMNParser import DMNParser

from tests.unit.engines.table import written

NAMESPACE = "https://www.omg.org/spec/DMN/20191111/MODEL/"
CELLS = {
    "in": "? in {}", "not in": "? not in {}", "above": "? > {}", "some in": "not set(?).isdisjoint({})",
}


class Dmn:
    """The table, read once, and asked as a workflow's task asks it."""

    def __init__(self, columns, rows, outputs):
        parser = DMNParser(None, etree.fromstring(_table(columns, rows, outputs)), {"dmn": NAMESPACE})
        parser.parse()
        self._engine = DMNEngine(parser.decision.decisionTables[0])
        self._workflow = SimpleNamespace(script_engine=PythonScriptEngine())

    def __call__(self, said):
        return self._engine.result(SimpleNamespace(data=said, workflow=self._workflow))


def _table(columns, rows, outputs):
    inputs = "".join(
        f'<input id="in_{name}" label="{name}"><inputExpression id="of_{name}"><text>{name}</text></inputExpression>'
        "</input>" for name in columns
    )
    results = "".join(f'<output id="out_{name}" label="{name}" name="{name}"/>' for name in outputs)
    rules = "".join(_rule(number, columns, *row) for number, row in enumerate(rows))
    table = f'<decisionTable id="table" hitPolicy="COLLECT">{inputs}{results}{rules}</decisionTable>'
    return f'<definitions xmlns="{NAMESPACE}"><decision id="book" name="book">{table}</decision></definitions>'


def _rule(number, columns, tests, said):
    cells = [("inputEntry", name, written(tests.get(name, ()), CELLS)) for name in columns]
    cells += [("outputEntry", name, text) for name, text in said.items()]
    entries = "".join(f'<{of} id="{number}_{name}"><text>{escape(text)}</text></{of}>' for of, name, text in cells)
    return f'<rule id="rule_{number}">{entries}</rule>'

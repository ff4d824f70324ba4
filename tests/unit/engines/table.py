"""Table: norms as the rows of a decision table, for engines that know nothing of norms; and a case as its inputs."""

import json

from engines.policy import Bound
from engines.policy.vocabulary import FIELDS, Codes

ZEN = {
    "in": "$ in {}", "not in": "not($ in {})", "above": "$ > {}", "below": "$ < {}", "from": "$ >= {}", "to": "$ <= {}",
    "some in": "some($, # in {})", "some not in": "some($, not(# in {}))",
    "some lacking": "some({}, not(# in $))", "some differs": "some({}, # != $)",
}
"""How a test of a cell is written for zen-engine; `$` is the input."""


def reached(row):
    """Return the tests that tell whether a row binds a case, by column; `day` is a date's ordinal."""
    tests = {field: [("in", sorted(allowed))] for field, allowed in row.tests}
    last = [] if row.effective_to is None else [("to", row.effective_to.toordinal())]
    return {**tests, "day": [("from", row.effective_from.toordinal()), *last]}


def broken(norm, row):
    """Return the test that tells whether a case breaks a row that binds it, by column."""
    if norm.counter is not None:
        return {norm.measure: [("above", row.value)]}
    if norm.bound in _NUMBERS:
        return {norm.measure: [(_NUMBERS[norm.bound], row.value)]}
    many, single = _CODES[norm.bound]
    return {norm.measure: [(many if isinstance(FIELDS[norm.measure], Codes) else single, list(row.value))]}


_NUMBERS = {Bound.AT_MOST: "above", Bound.AT_LEAST: "below"}
_CODES = {
    Bound.FORBIDDEN: ("some in", "in"), Bound.ONE_OF: ("some not in", "not in"),
    Bound.REQUIRED: ("some lacking", "some differs"),
}


def both(*cells):
    """Return one row's tests from several."""
    return {column: [test for of in cells for test in of.get(column, ())] for column in {c for of in cells for c in of}}


def written(tests, dialect):
    """Return the text of a cell: every test in the words of an engine; empty where anything goes."""
    return " and ".join(dialect[test].format(json.dumps(value, ensure_ascii=False)) for test, value in tests)


def inputs(case, on):
    """Return what the columns hold for a case: of a counter that it adds nothing to, 0, and else the day's sum."""
    sums = {key: case.standing[key] + adding if adding else 0 for key, adding in case.adding.items()}
    said = {name: list(value) if isinstance(value, tuple) else value for name, value in case.fields.items()}
    return {**said, **sums, "day": on.toordinal()}


def zen_table(columns, rows, outputs):
    """Return a decision for zen-engine that collects the outputs of every row that holds."""
    content = {
        "hitPolicy": "collect",
        "inputs": [{"id": name, "name": name, "field": name} for name in columns],
        "outputs": [{"id": f"out_{name}", "name": name, "field": name} for name in outputs],
        "rules": [
            {"_id": str(number), **{name: written(tests.get(name, ()), ZEN) for name in columns},
             **{f"out_{name}": said[name] for name in outputs}}
            for number, (tests, said) in enumerate(rows)
        ],
    }
    nodes = [("in", "inputNode", {}), ("table", "decisionTableNode", {"content": content}), ("out", "outputNode", {})]
    return {
        "nodes": [{"id": name, "name": name, "type": of, **more} for name, of, more in nodes],
        "edges": [{"id": f"{a}-{b}", "type": "edge", "sourceId": a, "targetId": b}
                  for a, b in [("in", "table"), ("table", "out")]],
    }

"""verdict: eight norms on twelve fields and what is wrong in words, beside a limit, zen-engine and SpiffWorkflow's DMN.

Processor time of this process, not of the clock on the wall: a busy machine hits the slow more often than the quick.
"""

import json
import time
from contextlib import contextmanager
from functools import partial

import zen

from demo.chance import chance
from engines.policy import Case, Ruling, counters_of, judge, sentence
from tests.bench.contest import Compared, Contest
from tests.bench.dmn import Dmn
from tests.unit.engines.builders import MONDAY, ban, cap, norm, only
from tests.unit.engines.table import both, broken, inputs, reached, zen_table

LIMIT_MICROSECONDS = 10.0
CASES = 500
OUTPUTS = ("norm", "sentence", "clause", "arithmetic")
NORMS = (
    cap(60, grades="3-6", day_kinds=["school_day"]),
    cap(0, measure="written_home_maximum", grades="1-2"),
    cap(30, measure="all_home_average", grades="1-3", day_kinds=["school_day", "weekend"], layer="district"),
    cap(50, measure="all_total_maximum", grades="1-6", day_kinds=["school_day"], layer="school"),
    ban("copying", "punitive"),
    only("语文", "数学", "英语", measure="subject", places=["home"], layer="school"),
    norm({"value": ["written"], "weekdays": [3]}, measure="kind", bound="forbidden", unit="codes", layer="school"),
    norm(
        {"value": ["school"], "grades": "1-2", "seasons": ["winter"], "kinds": ["inquiry"]},
        measure="place", bound="one_of", unit="codes", force="warn", layer="school",
    ),
)
COLUMNS = (
    "grade", "day_kind", "weekday", "season", "kind", "place", "subject", "practices",
    "written_total_average", "written_home_maximum", "all_home_average", "all_total_maximum",
)


@contextmanager
def verdict(_, size):
    """Let each engine judge the same pieces of homework in turn."""
    drawn = chance("verdict")
    cases = [homework(drawn) for _ in range(CASES)]
    plain = [{name: inputs(case, MONDAY)[name] for name in COLUMNS} for case in cases]
    ruling, dmn = Ruling.of(NORMS, MONDAY), Dmn(COLUMNS, _rows("str"), OUTPUTS)
    decision = zen.ZenEngine().create_decision(json.dumps(zen_table(COLUMNS, _rows("string"), OUTPUTS)))
    engines = {
        "ruling": lambda case: explained(ruling.judge(case)),
        "once": lambda case: explained(judge(NORMS, case, MONDAY)),
        "zen": lambda said: decision.evaluate(said)["result"],
        "spiff": lambda said: dmn(dict(said)),
    }
    _must_agree(engines, cases, plain)
    asked = {"ruling": cases, "once": cases, "zen": plain, "spiff": plain}
    yield Contest(
        sides={
            **{name: partial(_microseconds, judged, asked[name], size.seconds) for name, judged in engines.items()},
            "limit": lambda: {"us": LIMIT_MICROSECONDS},
        },
        compared=(
            Compared(name="verdict", ours="ruling", against="limit", of="us", unit="us"),
            Compared(name="verdict_zen", ours="ruling", against="zen", of="us", unit="us"),
            Compared(name="verdict_spiff", ours="ruling", against="spiff", of="us", unit="us"),
            Compared(name="verdict_once", ours="once", against="zen", of="us", unit="us"),
        ),
    )


def homework(drawn):
    """Return a piece of homework of a school's day, as likely as not to break something."""
    kind, place = drawn.choice(["written", "reading", "inquiry", "arts"]), drawn.choice(["home", "school"])
    fields = {
        "grade": drawn.randint(1, 6), "day_kind": "school_day", "weekday": drawn.randint(1, 5), "season": "winter",
        "kind": kind, "place": place, "subject": drawn.choice(["语文", "数学", "英语", "音乐", "科学"]),
        "practices": drawn.choice([(), (), (), ("copying",), ("self_marked",), ("in_recess", "punitive")]),
    }
    typical, before = drawn.randrange(5, 41), drawn.randrange(0, 46)
    return Case(
        fields=fields, standing=counters_of(True, True, before, before + 10),
        adding=counters_of(kind == "written", place == "home", typical, typical + 5),
    )


def explained(verdict):
    """Return what is wrong, in words, what refuses and higher layers first."""
    return [(found.norm, found.sentence, found.clause, found.arithmetic) for found in verdict.findings]


def _rows(as_text):
    """Return what another engine is given; `as_text` is its function that makes a number a text."""
    return [
        ({name: tests for name, tests in both(reached(norm.rows[0]), broken(norm, norm.rows[0])).items()
          if name in COLUMNS}, _said(number, norm, as_text))
        for number, norm in enumerate(NORMS)
    ]


def _said(number, norm, as_text):
    (row,) = norm.rows
    told = f"{as_text}({norm.measure}) + " + json.dumps(f" 分钟，超过 {row.value} 分钟", ensure_ascii=False)
    return {
        "norm": str(number), "sentence": json.dumps(sentence(norm, row), ensure_ascii=False),
        "clause": json.dumps(row.clause, ensure_ascii=False), "arithmetic": told if norm.counter else '"不允许"',
    }


def _must_agree(engines, cases, plain):
    """Numbers of engines that do not say the same mean nothing."""
    for case, said in zip(cases, plain, strict=True):
        ours = sorted(NORMS.index(norm) for norm, *_ in engines["ruling"](case))
        assert ours == [hit["norm"] for hit in engines["zen"](said)] == engines["spiff"](said).get("norm", [])


def _microseconds(judged, cases, seconds):
    count, begun, until = 0, time.process_time(), time.monotonic() + seconds
    while time.monotonic() < until:
        for case in cases:
            judged(case)
        count += len(cases)
    return {"us": 1e6 * (time.process_time() - begun) / count}

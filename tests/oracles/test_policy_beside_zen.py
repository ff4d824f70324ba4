"""zen-engine, which knows nothing of ours, finds the same norms broken; in every run more than 10,000 cases."""

from dataclasses import replace

import zen
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from demo.chance import chance
from engines.policy import Outcome, Ruling
from engines.policy.counter import COUNTER_KEYS
from tests.unit.engines import strategies
from tests.unit.engines.strategies import days, hours, norms
from tests.unit.engines.table import both, broken, inputs, reached, zen_table

BOOKS, CASES_A_BOOK = 70, 150
COLUMNS = ("grade", "day_kind", "kind", "place", "subject", "practices", *COUNTER_KEYS, "day")


def homework(drawn):
    """Any piece of homework."""
    choice = drawn.choice
    return strategies.case(
        choice(strategies.GRADES), choice(strategies.SCOPES["day_kinds"]), choice(strategies.CODES["kind"]),
        choice(strategies.CODES["place"]), choice(strategies.SUBJECTS),
        drawn.sample(strategies.PRACTICES, drawn.randrange(3)), drawn.randrange(91), drawn.randrange(91),
        choice([0, 15]), "school",
    )


def care(drawn):
    """Any hours of the after-school service."""
    return strategies.care(
        drawn.choice(strategies.GRADES), drawn.choice(strategies.SCOPES["day_kinds"]),
        *(drawn.randrange(7) for _ in strategies.HOURS),
    )


def zen_says(book, cases, on, columns):
    """Return for each case what comes of the rows that zen-engine finds, two a norm: it binds; it is broken."""
    rows = []
    for number, norm in enumerate(book):
        (row,) = norm.rows
        rows.append((reached(row), {"norm": str(number), "broken": "false"}))
        rows.append((both(reached(row), broken(norm, row)), {"norm": str(number), "broken": "true"}))
    table = zen_table(columns, rows, ("norm", "broken"))
    engine = zen.ZenEngine({"loader": {"type": "static", "content": {"book": table}}})
    answers = engine.evaluate_batch([{"key": "book", "context": inputs(case, on)} for case in cases])
    return [_verdict(book, answer["data"]["result"]) for answer in answers]


def _verdict(book, hits):
    wrong = [book[hit["norm"]] for hit in hits if hit["broken"]]
    if wrong:
        return Outcome.VIOLATION if any(norm.refuses for norm in wrong) else Outcome.WARNING, _places(book, wrong)
    return Outcome.COMPLIANT if hits else Outcome.NOT_REGULATED, []


def _places(book, found):
    return sorted(map(book.index, found))


@settings(max_examples=BOOKS, phases=[Phase.reuse, Phase.generate])
@given(st.lists(norms(), min_size=1, max_size=8), st.integers(0), days)
def test_another_engine_finds_the_same_norms_broken(book, seed, on):
    drawn = chance("pieces", seed)
    agree([replace(norm, derogations=()) for norm in book], [homework(drawn) for _ in range(CASES_A_BOOK)], on, COLUMNS)


@settings(max_examples=BOOKS // 5, phases=[Phase.reuse, Phase.generate])
@given(st.lists(hours(), min_size=1, max_size=8), st.integers(0), days)
def test_another_engine_finds_the_same_hours_of_care_too_few_or_too_many(book, seed, on):
    drawn = chance("care", seed)
    agree(book, [care(drawn) for _ in range(CASES_A_BOOK)], on, ("grade", "day_kind", *strategies.HOURS, "day"))


def agree(book, cases, on, columns):
    ruling = Ruling.of(book, on)
    verdicts = map(ruling.judge, cases)
    ours = [(verdict.outcome, _places(book, [f.norm for f in verdict.findings])) for verdict in verdicts]
    assert ours == zen_says(book, cases, on, columns)

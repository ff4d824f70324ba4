"""The order: like RFC 3797's where that says something, the same for ever, and fair to every ticket."""

import hashlib
import json
from collections import Counter
from pathlib import Path

from engines.draw import draw, record_from_plain
from engines.draw.order import numbers, picked, seed_of
from tests.unit.engines.rounds import a_round, club

KNOWN = json.loads((Path(__file__).parent / "draw_known.json").read_text(encoding="utf-8"))
RFC_KEY = b"9319./2.5.8.10.12./9.18.26.34.41.45./"


def test_the_numbers_of_rfc_3797_pick_from_its_pool_whom_they_pick_there():
    brackets = [place.to_bytes(2, "big") for place in range(16)]
    by_md5 = [int.from_bytes(hashlib.md5(mark + RFC_KEY + mark).digest(), "big") for mark in brackets]
    assert list(picked(range(1, 26), by_md5)) == [17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4]


def test_a_draw_comes_out_as_it_once_did():
    drawn = record_from_plain(KNOWN)
    assert drawn.text.split("\n")[:-1] == KNOWN["result"]


def test_the_seed_and_the_numbers_can_be_worked_out_by_any_program_that_knows_sha256():
    sealed = hashlib.sha256("".join(f"{line}\n" for line in KNOWN["list"]).encode()).hexdigest()
    lines = f"qingfu-draw-seed/1\n{sealed}\n{KNOWN['round']}\n{KNOWN['value']}\n"
    seed = hashlib.sha256(lines.encode()).hexdigest()
    assert (sealed, f"seed\t{seed}") == (KNOWN["sha256"], KNOWN["result"][3])
    first = int(hashlib.sha256(f"1/{seed}/1".encode()).hexdigest(), 16)
    tickets = [line.split("\t")[1] for line in KNOWN["list"] if line.startswith("ticket\t")]
    assert KNOWN["result"][4].split("\t")[:3] == ["ticket", "1", tickets[first % len(tickets)]]


def test_list_round_and_value_each_make_another_seed():
    seeds = {seed_of(*said) for said in (("a", "b", "c"), ("x", "b", "c"), ("a", "x", "c"), ("a", "b", "x"))}
    assert len(seeds) == 4
    assert list(numbers("a", 3)) != list(numbers("b", 3))


def test_over_many_values_every_ticket_has_every_number_equally_often():
    """Pearson's chi-square over numbers and tickets, 81 degrees of freedom: 124.8 is passed once in a thousand."""
    times, tickets = 4_000, [f"签{number}" for number in range(10)]
    held = a_round([club("棋", 1)], dict.fromkeys(tickets, "棋"), form="000000")
    orders = [[turn.ticket for turn in draw(held, f"{value:06}").turns] for value in range(times)]
    expected = times / len(tickets)
    for place in (0, 9):
        assert all(abs(count - expected) < 80 for count in Counter(order[place] for order in orders).values())
    seen = Counter((place, ticket) for order in orders for place, ticket in enumerate(order))
    assert sum((seen[place, ticket] - expected) ** 2 / expected for place in range(10) for ticket in tickets) < 124.8


def test_over_many_lists_every_ticket_is_first_equally_often_under_one_value():
    """Nine degrees of freedom: 27.9 is passed once in a thousand."""
    tickets = [f"签{number}" for number in range(10)]
    made = (
        a_round([club("棋", places)], dict.fromkeys(tickets, "棋"), form="000000") for places in range(2_000)
    )
    first = Counter(draw(held, "271828").turns[0].ticket for held in made)
    assert sum((first[ticket] - 200) ** 2 / 200 for ticket in tickets) < 27.9

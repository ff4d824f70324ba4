"""Who gets what, and why not: rounds small enough to be followed on paper."""

from engines.draw import Answer, Ticket, Why, explained
from engines.draw.allot import allot
from engines.draw.drawn import Drawn
from tests.unit.engines.rounds import VALUE, a_round, club


def in_order(held, *order):
    """The round, its tickets drawn in this order."""
    ticket = {one.id: one for one in held.tickets}
    turns = tuple(allot(held, [ticket[name] for name in order or sorted(ticket)]))
    return Drawn(round=held, value=VALUE, seed="", turns=turns)


def test_each_in_turn_gets_the_first_choice_that_still_has_a_place():
    drawn = in_order(a_round(
        [club("棋", 1), club("鼓", 1)], {"a": "棋 鼓", "b": "棋 鼓", "c": "鼓 棋"}
    ))
    assert drawn.given == {"棋": ("a",), "鼓": ("b",)}
    assert drawn.waiting == {"棋": ("b", "c"), "鼓": ("c",)}
    assert drawn.turn["c"].given == ()
    assert drawn.turn["b"].answers[0] == Answer(club="棋", why=Why.FULL, by=1)


def test_a_family_whose_first_four_clubs_are_full_gets_its_fifth():
    clubs = [club(name, 1) for name in "棋鼓诗画球"]
    drawn = in_order(a_round(clubs, {**dict(zip("abcd", "棋鼓诗画", strict=True)), "e": "棋 鼓 诗 画 球"}))
    assert drawn.turn["e"].given == ("球",)
    assert [answer.by for answer in drawn.turn["e"].answers] == [1, 2, 3, 4, None]


def test_places_nobody_took_are_left_for_the_next_round():
    assert in_order(a_round([club("棋", 3), club("鼓", 0)], {"a": "棋", "b": "鼓"})).left == {"棋": 2, "鼓": 0}


def test_a_club_without_places_in_this_round_is_full_from_the_beginning():
    drawn = in_order(a_round([club("棋", 0)], {"a": "棋"}))
    assert drawn.turn["a"].answers == (Answer(club="棋", why=Why.FULL, by=0),)
    assert drawn.waiting == {"棋": ("a",)}


def test_two_clubs_at_the_same_hour_are_never_both_given_and_nobody_waits_for_the_second():
    held = a_round(
        [club("棋", 1, "3@after_school"), club("鼓", 0, "3@after_school", "5@after_school"), club("诗", 1)],
        {"a": "棋 鼓 诗"}, most_per_ticket=2,
    )
    drawn = in_order(held)
    assert drawn.turn["a"].answers == (
        Answer(club="棋", why=Why.GIVEN), Answer(club="鼓", why=Why.CLASH, by=1), Answer(club="诗", why=Why.GIVEN),
    )
    assert drawn.waiting["鼓"] == ()


def test_whoever_may_have_two_waits_for_a_dearer_one_and_for_none_beyond_what_they_have():
    clubs = [club("棋", 0), club("鼓", 1), club("诗", 1), club("画", 0)]
    drawn = in_order(a_round(clubs, {"a": "棋 鼓 诗 画"}, most_per_ticket=2))
    assert drawn.turn["a"].given == ("鼓", "诗")
    assert drawn.turn["a"].waits_for == ("棋",)
    assert drawn.turn["a"].answers[3].why is Why.ENOUGH


def test_a_family_reads_its_number_and_a_sentence_for_each_choice():
    clubs = [club("棋", 1, "一"), club("鼓", 0), club("诗", 2, "二"), club("画", 1, "二"), club("球", 1), club("泥", 1)]
    drawn = in_order(a_round(clubs, {"a": "棋", "b": "棋 鼓 诗 画 球 泥", "c": "鼓"}, most_per_ticket=2))
    assert explained(drawn, "b") == (
        "抽签顺序：第 2 号，共 3 号。",
        "第 1 志愿“棋社”：最后一个名额在第 1 号给出，候补第 1 位。",
        "第 2 志愿“鼓社”：这一轮没有名额，候补第 1 位。",
        "第 3 志愿“诗社”：得到名额。",
        "第 4 志愿“画社”：与已得到的“诗社”时间冲突。",
        "第 5 志愿“球社”：得到名额。",
        "第 6 志愿“泥社”：已得到前面的志愿，不再安排。",
    )
    assert explained(drawn, "c")[1] == "第 1 志愿“鼓社”：这一轮没有名额，候补第 2 位。"


def test_a_ticket_says_nothing_of_a_child_but_what_it_chose():
    assert set(Ticket.__dataclass_fields__) == {"id", "choices"}

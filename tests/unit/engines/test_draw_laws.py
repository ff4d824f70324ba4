"""What holds for any draw, whoever takes part and whatever the public value."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from engines.draw import Why, draw, record_from_plain, record_to_plain, round_from_text
from engines.draw.allot import allot
from tests.unit.engines.rounds import rounds, values


@given(rounds(), values)
def test_a_club_never_gets_more_children_than_places(held, value):
    drawn = draw(held, value)
    assert all(len(drawn.given[club.id]) + drawn.left[club.id] == club.places for club in held.clubs)
    assert all(left >= 0 for left in drawn.left.values())


@given(rounds(), values)
def test_no_child_gets_more_than_allowed_or_two_clubs_at_the_same_hour_or_one_it_did_not_choose(held, value):
    for turn in draw(held, value).turns:
        ticket = next(one for one in held.tickets if one.id == turn.ticket)
        assert len(turn.given) <= held.most_per_ticket and set(turn.given) <= set(ticket.choices)
        assert all(not held.club[a].slots & held.club[b].slots for a, b in combinations(turn.given, 2))


@given(rounds(), values)
def test_nobody_who_could_have_had_a_higher_choice_goes_without(held, value):
    drawn = draw(held, value)
    for turn in drawn.turns:
        before = {one.ticket for one in drawn.turns[:turn.number - 1]}
        ticket = next(one for one in held.tickets if one.id == turn.ticket)
        for rank, choice in enumerate(ticket.choices):
            dearer = [club for club in ticket.choices[:rank] if club in turn.given]
            if choice not in turn.given:
                full = len(before & {*drawn.given[choice]}) == held.club[choice].places
                clash = any(held.club[choice].slots & held.club[club].slots for club in dearer)
                assert full or clash or len(dearer) == held.most_per_ticket


@given(rounds(), values)
def test_every_answer_is_true(held, value):
    drawn = draw(held, value)
    for turn in drawn.turns:
        for answer in turn.answers:
            if answer.why is Why.FULL:
                given = drawn.given[answer.club]
                assert answer.by == (drawn.turn[given[-1]].number if given else 0) < turn.number
            elif answer.why is Why.CLASH:
                dearer = turn.answers[answer.by - 1]
                assert dearer.why is Why.GIVEN and turn.answers.index(dearer) < turn.answers.index(answer)
                assert held.club[dearer.club].slots & held.club[answer.club].slots
            else:
                assert answer.by is None


@given(rounds(most=st.just(1)), values)
def test_a_waiting_line_holds_whoever_ranked_the_club_above_what_they_got_in_the_drawn_order(held, value):
    drawn = draw(held, value)
    for club in held.clubs:
        expected = [
            turn.ticket for turn in drawn.turns for ticket in held.tickets
            if ticket.id == turn.ticket and club.id in ticket.choices and (
                not turn.given or ticket.choices.index(club.id) < ticket.choices.index(turn.given[0])
            )
        ]
        assert list(drawn.waiting[club.id]) == expected


@given(rounds(), values)
def test_a_waiting_line_is_in_the_drawn_order_and_only_of_full_clubs_without_anybody_twice(held, value):
    drawn = draw(held, value)
    for club, line in drawn.waiting.items():
        places = [drawn.turn[ticket].number for ticket in line]
        assert places == sorted({*places}) and not {*line} & {*drawn.given[club]}
        assert not line or drawn.left[club] == 0


@given(rounds(), values)
def test_each_ticket_is_drawn_once(held, value):
    drawn = draw(held, value)
    assert sorted(turn.ticket for turn in drawn.turns) == [ticket.id for ticket in held.tickets]
    assert [turn.number for turn in drawn.turns] == list(range(1, len(held.tickets) + 1))


@given(rounds(), values, st.randoms(use_true_random=False))
def test_in_which_order_families_handed_in_changes_nothing(held, value, chance):
    mixed = replace(
        held, clubs=tuple(chance.sample(held.clubs, len(held.clubs))),
        tickets=tuple(chance.sample(held.tickets, len(held.tickets))),
    )  # fmt: skip
    assert (mixed.sha256, draw(mixed, value).text) == (held.sha256, draw(held, value).text)


@given(rounds(), values)
def test_drawn_twice_it_comes_out_the_same(held, value):
    assert draw(held, value) == draw(replace(held), value)
    assert draw(held, value).text == draw(round_from_text(held.text), value).text


@given(rounds(), values, st.integers(1, 12))
def test_nothing_that_comes_after_a_ticket_decides_over_it(held, value, until):
    drawn = draw(held, value)
    assert tuple(allot(held, in_order(held, drawn)[:until])) == drawn.turns[:until]


@given(rounds(most=st.just(1)), values, st.data())
def test_nobody_gains_by_ranking_otherwise_than_they_wish(held, value, data):
    """In the same order of tickets: for which order comes up, nobody can know when they rank."""
    drawn = draw(held, value)
    place = data.draw(st.integers(0, len(held.tickets) - 1))
    order = in_order(held, drawn)
    wished = order[place].choices
    said = data.draw(st.lists(st.sampled_from(wished), min_size=1, unique=True).map(tuple))
    order[place] = replace(order[place], choices=said)
    honest, other = drawn.turns[place].given, list(allot(held, order))[place].given
    assert not other or wished.index(honest[0]) <= wished.index(other[0])


def in_order(held, drawn):
    ticket = {one.id: one for one in held.tickets}
    return [ticket[turn.ticket] for turn in drawn.turns]


@given(rounds(), values, st.data())
def test_another_list_has_another_hash(held, value, data):
    place = data.draw(st.integers(0, len(held.tickets) - 1))
    fewer = (*held.tickets[:place], *held.tickets[place + 1:])
    choices = held.tickets[place].choices[1:] or tuple(club.id for club in held.clubs)
    others = [replace(held, tickets=(*fewer, replace(held.tickets[place], choices=choices)))]
    others += [replace(held, tickets=fewer)] if fewer else []
    others += [replace(held, name=f"{held.name}甲"), replace(held, most_per_ticket=held.most_per_ticket + 1)]
    assert all((other.sha256 == held.sha256) == (other == held) for other in others)


@given(rounds(), values)
def test_a_record_written_down_and_read_again_is_the_same(held, value):
    drawn = draw(held, value)
    assert round_from_text(held.text) == held
    assert record_from_plain(record_to_plain(held)) == held
    assert record_from_plain(record_to_plain(drawn)) == drawn

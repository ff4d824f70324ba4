"""What a draft would have made of a class's day, beside the plainest reckoning of it, for any day and norms."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from engines.policy import Layer, judge, norm_from_plain
from engines.schooldays import SchoolCalendar, Term
from services.homework.domain.class_day import ClassDay
from services.homework.domain.flip import FlipKind, flips
from services.homework.domain.piece import State
from services.homework.domain.rulebook import Rulebook
from services.homework.domain.tally import Tally
from tests.unit.homework import cast
from tests.unit.homework.memory_unit import EMPTY
from tests.unit.homework.test_piece import a_piece

DAY = date(2026, 9, 2)
CALENDAR = SchoolCalendar(terms=(Term(name="学期", first=date(2026, 9, 1), last=date(2027, 1, 20)),))
COUNTERS = ["written_total_average", "all_home_maximum"]
FORCES = st.sampled_from(["refuse", "warn"])
PIECES = st.lists(
    st.builds(
        lambda state, subject, **said: replace(a_piece(**said), state=state, subject=subject),
        st.sampled_from([State.PUBLISHED, State.CORRECTED, State.WITHDRAWN]), st.sampled_from(["语文", "数学"]),
        kind=st.sampled_from(["written", "reading"]), place=st.sampled_from(["home", "school"]),
        minutes=st.sampled_from([10, 20, 30]),
    ),
    min_size=2, max_size=8,
)


def norms(layer):
    """Return a strategy for what a layer may say."""
    caps = st.builds(
        lambda counter, minutes, force: cast.cap(minutes, counter, layer=layer, force=force),
        st.sampled_from(COUNTERS), st.sampled_from([20, 30, 45]), FORCES,
    )
    bans = st.builds(
        lambda subject, force: cast.ban(subject, measure="subject", layer=layer, force=force),
        st.sampled_from(["语文", "数学"]), FORCES,
    )
    said = st.lists(st.one_of(caps, caps, bans), min_size=layer == "school", max_size=3)
    return said.map(lambda norms: tuple(map(norm_from_plain, norms)))


def books(nation, own, draft):
    """Return the rules of the day as they stand, and as the draft of the school's layer would have them."""
    book = Rulebook(school_id="school", norms=(*nation, *own), calendar=CALENDAR)
    return [one.rules_for(3, DAY) for one in (book, book.with_layer(Layer.SCHOOL, draft))]


def weight(norms, piece, before):
    """Return 0 for what is allowed, 1 for what is warned of, 2 for what is refused, added up anew."""
    standing = {counter: sum(other.load[counter] for other in before) for counter in EMPTY}
    (rules, _) = books(norms, (), ())
    verdict = judge(norms, rules.question(piece, standing).case, DAY)
    return 2 if verdict.violations else 1 if verdict.warnings else 0


PLAINLY = {
    (0, 2): FlipKind.REFUSED, (1, 2): FlipKind.REFUSED, (2, 0): FlipKind.ALLOWED, (2, 1): FlipKind.ALLOWED,
    (0, 1): FlipKind.WARNED, (1, 0): FlipKind.UNWARNED,
}


@given(pieces=PIECES, nation=norms("national"), own=norms("school"), draft=norms("school"))
def test_a_flip_is_what_the_plainest_reckoning_finds(pieces, nation, own, draft):
    standing = [piece for piece in pieces if piece.stands]
    expected = [
        PLAINLY.get((
            weight((*nation, *own), piece, standing[:place]), weight((*nation, *draft), piece, standing[:place]),
        ))
        for place, piece in enumerate(standing)
    ]
    found = list(flips(pieces, *books(nation, own, draft)))
    assert [piece for piece, _ in found] == standing
    assert [flip and flip.kind for _, flip in found] == expected


@given(pieces=PIECES, nation=norms("national"), own=norms("school"))
def test_a_draft_that_says_what_stands_flips_nothing(pieces, nation, own):
    assert not any(flip for _, flip in flips(pieces, *books(nation, own, own)))


@given(pieces=PIECES, nation=norms("national"), own=norms("school"), more=norms("school"))
def test_a_stricter_draft_never_lets_through_what_was_refused_nor_ends_a_warning(pieces, nation, own, more):
    kinds = {flip.kind for _, flip in flips(pieces, *books(nation, own, (*own, *more))) if flip}
    assert kinds <= {FlipKind.REFUSED, FlipKind.WARNED}


@given(pieces=PIECES, nation=norms("national"), own=norms("school"), draft=norms("school"))
def test_every_way_of_counting_counts_the_same_flips_and_who_refuses_is_the_draft(pieces, nation, own, draft):
    tally, present, drafted = Tally(), *books(nation, own, draft)
    day = ClassDay(class_id="class", grade=3, number=1, day=DAY, minutes=EMPTY)
    tally.take(day, flips(pieces, present, drafted))
    tally.take(replace(day, class_id="other", grade=4), flips(pieces, present, drafted))
    assert tally.pieces == 2 * sum(piece.stands for piece in pieces)
    for counted in (tally.by_class, tally.by_grade, tally.by_subject):
        assert sum(counts.total() for counts in counted.values()) == tally.whole.total()
    assert len(tally.examples) == tally.whole.total()
    assert max(tally.refusing.values(), default=0) <= tally.whole[FlipKind.REFUSED]
    assert {norm.key for norm in tally.refusing} <= {norm.key for norm in draft}
    assert bool(tally.refusing) is bool(tally.whole[FlipKind.REFUSED])


def test_no_more_than_a_hundred_flips_are_told():
    present, drafted = books((), (), (norm_from_plain(cast.cap(0, layer="school")),))
    tally = Tally()
    day = ClassDay(class_id="class", grade=3, number=1, day=DAY, minutes=EMPTY)
    tally.take(day, flips([a_piece(minutes=1)] * 130, present, drafted))
    assert (tally.whole[FlipKind.REFUSED], len(tally.examples)) == (130, 100)

"""Reading a draft: line by line beside what is in force, with what stands against its adoption."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from contracts.rulebook.adoption import DraftLine, LayerDraft, LineState, ReadDraft
from engines.policy import first_change, norm_to_plain, sentence
from services.rulebook.application.asker import own_layer
from services.rulebook.application.unit import Unit
from services.rulebook.domain.carrying import GrantLost, carried_over
from services.rulebook.domain.difference import Line, Side, lines
from services.rulebook.domain.draft import ChangesNothing, Draft, LayerUnreadable
from services.rulebook.domain.edition import Edition
from services.rulebook.domain.working_draft import WorkingDraft, without_derogations

WritesLayer = Callable[[Draft], str]
"""Returns a layer as a document that can be read again."""


def read_draft(unit: Unit, ask: ReadDraft, *, write: WritesLayer) -> LayerDraft:
    """Return the draft of the asker's layer; where there is none, what is in force: the draft that would be begun."""
    layer = own_layer(unit)
    draft = unit.draft(layer)
    standing = unit.edition(layer) or Edition(layer_id=draft.layer_id if draft else "", layer=layer, version=0)
    present = without_derogations(standing.norms)
    norms = draft.norms if draft else present
    begins = first_change(present, norms)
    said = LayerDraft(
        layer=layer, version=standing.version, lines=tuple(map(_shown, lines(present, norms))), first_change=begins,
        needs_reason=begins is not None and begins < unit.today, norms=tuple(norm_to_plain(norm) for norm in norms),
        document=write(Draft(layer=layer, norms=norms)),
    )
    if draft is None:
        return said
    return replace(
        said, draft_id=draft.draft_id, sequence=draft.sequence, authors=draft.authors, changed_at=draft.changed_at,
        problems=tuple(_problems(unit, standing, draft)),
    )


def _problems(unit: Unit, standing: Edition, draft: WorkingDraft) -> Iterator[str]:
    try:
        said = carried_over(Draft(layer=standing.layer, norms=draft.norms), standing.norms, unit.today)
        said.check_under(unit.standing(), unit.school_id)
    except ChangesNothing as found:
        yield from found.told
    except (LayerUnreadable, GrantLost) as problem:
        yield str(problem)


def _shown(line: Line) -> DraftLine:
    side = line.shown
    row = side.row
    return DraftLine(
        norm=side.norm.key, title=side.norm.title, row=side.number, state=_state(line),
        before=_words(line.before), after=_words(line.after), effective_from=row.effective_from,
        effective_to=row.effective_to, clause=row.clause, source=row.source,
    )


def _state(line: Line) -> LineState:
    if line.same:
        return LineState.SAME
    return LineState.GONE if line.after is None else LineState.CHANGED if line.before else LineState.NEW


def _words(side: Side | None) -> str | None:
    if side is None:
        return None
    return f"{sentence(side.norm, side.row)}（{_days(side.row.effective_from, side.row.effective_to)}）"


def _days(first: date, last: date | None) -> str:
    return f"{first} 至 {last}" if last else f"{first} 起"

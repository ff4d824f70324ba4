"""Drafting: a layer's office writes what it is to say, row by row or as a document; one draft a layer at a time."""

from collections.abc import Callable
from typing import Any

from contracts.errors import Conflict
from contracts.rulebook.draft import DraftDropped, DraftKept, DropDraft, EndRow, WriteDraft, WriteRow
from engines.policy import Norm
from engines.policy.layer_words import LAYER_WORDS
from engines.policy.measure import measure_named
from engines.policy.vocabulary import SCOPE
from services.rulebook.application.asker import asker, own_layer
from services.rulebook.application.readable import readable
from services.rulebook.application.typed import value_typed
from services.rulebook.application.unit import Unit
from services.rulebook.domain.draft import Draft, LayerUnreadable
from services.rulebook.domain.edition import Edition
from services.rulebook.domain.row_change import RowChange
from services.rulebook.domain.working_draft import WorkingDraft, without_derogations

ReadsLayer = Callable[[str], Draft]
"""Returns what a document says. Raises LayerUnreadable, NormUnreadable."""


def write_row(unit: Unit, ask: WriteRow) -> DraftKept:
    """Have the draft say the row. Raises InvalidRequest for one that cannot be read, Conflict for an outdated draft."""
    standing, draft = _taken(unit, ask.sequence)
    with readable("value", WriteRow):
        change = _change(unit, standing, draft)
        norms = change.written(ask.norm or None, ask.row, _header(ask), _row(ask))
    return _kept(unit, draft, norms)


def end_row(unit: Unit, ask: EndRow) -> DraftKept:
    """Have the row end in the draft. Raises as `write_row`."""
    standing, draft = _taken(unit, ask.sequence)
    with readable("last_day", EndRow):
        norms = _change(unit, standing, draft).ended(ask.norm, ask.row, ask.last_day)
    return _kept(unit, draft, norms)


def write_draft(unit: Unit, ask: WriteDraft, *, read: ReadsLayer) -> DraftKept:
    """Have the draft say what the document says. Raises as `write_row`."""
    _, draft = _taken(unit, ask.sequence)
    with readable("document"):
        said = read(ask.document)
        if said.layer is not own_layer(unit):
            own, other = LAYER_WORDS[own_layer(unit)], LAYER_WORDS[said.layer]
            raise LayerUnreadable(f"这份文件写的是{other}这一层，您起草的是{own}这一层，请改正 layer。")
        if without_derogations(said.norms) != said.norms:
            raise LayerUnreadable("草案里不写准予（derogations）：准予要另外申请，已有的会保留。请删去后再提交。")
    return _kept(unit, draft, said.norms)


def drop_draft(unit: Unit, ask: DropDraft) -> DraftDropped:
    """Forget the draft; what is in force stays. Raises Conflict if it is another one by now."""
    draft = taken_draft(unit, unit.take_layer(own_layer(unit)), ask.draft_id, ask.sequence)
    unit.drop_draft(draft.draft_id)
    unit.audit("drop_draft", "draft", draft.draft_id)
    return DraftDropped(draft_id=draft.draft_id)


def taken_draft(unit: Unit, standing: Edition, draft_id: str, sequence: int) -> WorkingDraft:
    """Return the draft as it was read. Raises Conflict if somebody has changed, adopted or dropped it since."""
    draft = unit.draft(standing.layer)
    if draft is None or (draft.draft_id, draft.sequence) != (draft_id, sequence):
        raise Conflict("草案刚刚被改动、通过或放弃了，没有做任何改动。请看一下现在的草案再决定。")
    return draft


def _taken(unit: Unit, sequence: int) -> tuple[Edition, WorkingDraft]:
    """Return what stands and the draft that was read, a new one for 0. Raises Conflict if there is another by now."""
    standing = unit.take_layer(own_layer(unit))
    draft = unit.draft(standing.layer)
    if (draft.sequence if draft else 0) != sequence:
        raise Conflict("本层的草案刚刚被另一位老师改动过；一层同时只有一份草案，请看一下现在的内容再接着改。")
    return standing, draft or WorkingDraft(
        draft_id=unit.new_id(), layer_id=standing.layer_id, sequence=0, norms=without_derogations(standing.norms),
        authors=(), changed_at=unit.now,
    )


def _kept(unit: Unit, draft: WorkingDraft, norms: tuple[Norm, ...]) -> DraftKept:
    with readable("document"):
        Draft(layer=own_layer(unit), norms=norms)
    now = draft.saying(norms, by=asker(unit).person_id, at=unit.now)
    unit.keep_draft(now)
    unit.audit("write_draft", "draft", now.draft_id)
    return DraftKept(draft_id=now.draft_id, sequence=now.sequence)


def _change(unit: Unit, standing: Edition, draft: WorkingDraft) -> RowChange:
    present = without_derogations(standing.norms)
    return RowChange(layer=own_layer(unit), present=present, drafted=draft.norms, today=unit.today)


def _header(ask: WriteRow) -> dict[str, Any]:
    measure = measure_named(ask.measure)
    unit = measure.unit if measure else "?"
    said = {"title": ask.title, "about": ask.about, "measure": ask.measure, "bound": str(ask.bound)}
    return {**said, "unit": str(unit), "force": str(ask.force)}


def _row(ask: WriteRow) -> dict[str, Any]:
    plain: dict[str, Any] = {scope: list(limited) for scope in SCOPE if (limited := getattr(ask, scope))}
    plain["value"] = value_typed(ask.measure, ask.value)
    plain["effective_from"] = ask.effective_from.isoformat()
    if ask.effective_to:
        plain["effective_to"] = ask.effective_to.isoformat()
    return {**plain, "clause": ask.clause, "source": ask.source}

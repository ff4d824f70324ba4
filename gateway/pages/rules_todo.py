"""What waits for somebody who writes norms: a draft of others to be adopted, requests to be decided, what ends soon."""

from collections.abc import Iterator

from flask import url_for

from contracts.rulebook.adoption import READ_DRAFT, LayerDraft, ReadDraft
from contracts.rulebook.derogation import DEROGATIONS, Derogation, Derogations, DerogationState, ReadDerogations
from gateway import here
from gateway.houses import Later
from gateway.pages.rules_desk import DISTRICT, Desk
from gateway.pages.todo import Line
from gateway.texts import rules as words
from plumbing import clock


class RulesTodo:
    """Asked for at once, read when the rest of the page is there."""

    def __init__(self, at: Desk):
        self._at = at
        self._draft: Later[LayerDraft] = here.houses().later(READ_DRAFT, ReadDraft(), at.actor)
        ask = ReadDerogations(on=clock.today())
        self._granted: Later[Derogations] = here.houses().later(DEROGATIONS, ask, at.actor)

    def lines(self) -> tuple[Line, ...] | None:
        """Return what is to be done; None while rulebook is silent."""
        draft, granted = self._draft.or_none(), self._granted.or_none()
        if draft is None or granted is None:
            return None
        return (*self._of_draft(draft), *self._of_derogations(granted.derogations))

    def _of_draft(self, draft: LayerDraft) -> Iterator[Line]:
        if draft.draft_id and self._at.actor.person_id not in draft.authors:
            way = url_for("rules_draft.show", at=self._at.at)
            yield Line(what=words.DRAFT_WAITS, cure=words.DRAFT_CURE, way=way)

    def _of_derogations(self, found: tuple[Derogation, ...]) -> Iterator[Line]:
        way = url_for("derogations.every", at=self._at.at)
        asked = sum(one.state is DerogationState.ASKED for one in found)
        if asked and self._at.at == DISTRICT:
            yield Line(what=words.asked(asked), cure=words.ASKED_CURE, way=way)
        for one in found:
            if one.state is DerogationState.ENDING and self._at.at != DISTRICT:
                yield Line(what=words.ending(one), cure=words.ENDING_CURE, way=way)

"""Adoption: a draft becomes what its layer says, by another person than its authors."""

from contracts.errors import Conflict, InvalidRequest
from contracts.rulebook.adoption import AdoptDraft, DraftAdopted
from contracts.rulebook.edition import Act
from engines.policy import first_change
from services.rulebook.application.asker import asker, own_layer
from services.rulebook.application.drafting import taken_draft
from services.rulebook.application.publication import follow
from services.rulebook.application.readable import readable
from services.rulebook.application.unit import Unit
from services.rulebook.domain.carrying import carried_over
from services.rulebook.domain.draft import Draft
from services.rulebook.domain.made import Made

_NOT_ALONE = "起草的人不能自己通过：请本校教导处的另一位老师或校长（区县草案：区县的另一位工作人员）来看过再通过。"


def adopt_draft(unit: Unit, ask: AdoptDraft) -> DraftAdopted:
    """Let the draft be the layer's next edition, and every house hear of it; what has been granted stays granted.

    Raises Conflict for one's own draft and for one, or an edition, that is not what was read; InvalidRequest where it
    changes nothing, has a row that is nowhere true, or reaches back without a reason.
    """
    standing = unit.take_layer(own_layer(unit))
    draft = taken_draft(unit, standing, ask.draft_id, ask.sequence)
    if standing.version != ask.version:
        raise Conflict("现行规定刚刚变了，没有做任何改动。请对照现在的规定再看一遍草案。")
    if asker(unit).person_id in draft.authors:
        raise Conflict(_NOT_ALONE)
    with readable("draft_id"):
        said = carried_over(Draft(layer=standing.layer, norms=draft.norms), standing.norms, unit.today)
        said.check_under(unit.standing(), unit.school_id)
    if standing.says(said.norms):
        raise InvalidRequest("草案与现行规定完全相同，没有什么要通过。")
    begins = first_change(standing.norms, draft.norms)
    if begins and begins < unit.today and not ask.reason:
        words = f"草案从 {begins} 起就与现行规定不同，早于今天；请写明为什么要追溯，或把生效日期改到今天以后。"
        raise InvalidRequest(words, {"fields": {"reason": [words]}})
    by = asker(unit).person_id
    made = Made(act=Act.ADOPTED, by=by, authors=draft.authors, reason=ask.reason, first_change=begins)
    edition = follow(unit, standing, said, made)
    unit.drop_draft(draft.draft_id)
    unit.audit("adopt_draft", "draft", draft.draft_id)
    return DraftAdopted(version=edition.version, first_change=begins)

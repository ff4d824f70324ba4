"""Office: somebody who writes, adopts, asks or grants, in a school or for the district."""

from datetime import timedelta

from contracts.actor import Actor, Grant, Role
from contracts.rulebook.adoption import AdoptDraft, ReadDraft
from contracts.rulebook.derogation import (
    AskDerogation,
    DecideDerogation,
    Decision,
    ReadDerogations,
    WithdrawDerogation,
)
from contracts.rulebook.draft import BoundName, DropDraft, EndRow, ForceName, WriteDraft, WriteRow
from contracts.rulebook.edition import ListEditions, ReadDocument
from contracts.rulebook.trying import TryCase
from plumbing import clock
from plumbing.ids import new_id
from plumbing.scope import Scope
from services.rulebook import wiring
from services.rulebook.application import derogations, drafting
from services.rulebook.application.adoption import adopt_draft
from services.rulebook.application.reading_derogations import read_derogations
from services.rulebook.application.record import read_editions
from services.rulebook.application.trying import try_case

TODAY = clock.today()


def day(after=0):
    return TODAY + timedelta(days=after)


class Officer:
    """One person of an office; without a school, of the district's."""

    def __init__(self, stage, school_id=None):
        self.stage, self.school_id, self.person_id = stage, school_id, new_id()
        role = Role.ACADEMIC_OFFICE if school_id else Role.DISTRICT_OFFICE
        self.actor = Actor(
            person_id=self.person_id, district_id=stage.district_id, school_id=school_id, grants=(Grant(role=role),)
        )

    def does(self, use_case, ask):
        scope = Scope(district_id=self.stage.district_id, school_id=self.school_id)
        return self.stage.store.run(use_case, ask, scope, self.actor)

    def draft(self):
        return self.does(wiring.read_draft, ReadDraft())

    def writes(self, minutes=30, *, norm=None, row=None, sequence=None, **said):
        plain = {
            "title": "家庭书面作业", "about": "homework", "measure": "written_home_maximum", "bound": BoundName.AT_MOST,
            "force": ForceName.REFUSE, "value": (str(minutes),), "grades": (3, 4), "effective_from": day(),
            "clause": "三、四年级每天家庭书面作业不超过30分钟。", "source": "本校作业管理制度", **said,
        }
        seen = self.draft().sequence if sequence is None else sequence
        return self.does(drafting.write_row, WriteRow(sequence=seen, norm=norm, row=row, **plain))

    def ends(self, norm, row, last_day):
        ask = EndRow(sequence=self.draft().sequence, norm=norm, row=row, last_day=last_day)
        return self.does(drafting.end_row, ask)

    def writes_document(self, document, sequence=None):
        seen = self.draft().sequence if sequence is None else sequence
        return self.does(wiring.write_draft, WriteDraft(sequence=seen, document=document))

    def drops(self):
        seen = self.draft()
        return self.does(drafting.drop_draft, DropDraft(draft_id=seen.draft_id, sequence=seen.sequence))

    def adopts(self, reason="", seen=None):
        seen = seen or self.draft()
        ask = AdoptDraft(draft_id=seen.draft_id, sequence=seen.sequence, version=seen.version, reason=reason)
        return self.does(adopt_draft, ask)

    def asks(self, norm, *, layer="district", **said):
        plain = {"effective_from": day(), "effective_to": day(60), "reason": "周四下午教师集体学习", **said}
        return self.does(derogations.ask_derogation, AskDerogation(layer=layer, norm=norm, **plain)).request_id

    def withdraws(self, request_id):
        return self.does(derogations.withdraw_derogation, WithdrawDerogation(request_id=request_id))

    def grants(self, request_id, words="区教育局教基〔2026〕12 号"):
        return self._decides(request_id, Decision.GRANT, words)

    def refuses(self, request_id, words="另行安排"):
        return self._decides(request_id, Decision.REFUSE, words)

    def derogations(self, on=None):
        return self.does(read_derogations, ReadDerogations(on=on or day()))

    def tries(self, *, on=None, draft=False, about="homework", minutes=30, standing=0, **said):
        fields = {"grade": 3, "day_kind": "school_day", "kind": "written", "place": "home", "subject": "数学",
                  "practices": [], "season": "winter"} if about == "homework" else {}
        ask = TryCase(about=about, on=on or day(), said={**fields, **said}, minutes=minutes, standing=standing,
                      draft=draft)
        return self.does(try_case, ask)

    def editions(self):
        return self.does(read_editions, ListEditions()).editions

    def document(self, layer="school", version=None):
        return self.does(wiring.read_document, ReadDocument(layer=layer, version=version))

    def _decides(self, request_id, decision, words):
        ask = DecideDerogation(request_id=request_id, decision=decision, words=words)
        return self.does(derogations.decide_derogation, ask)

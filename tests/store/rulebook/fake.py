"""Fake: rulebook's store in memory, checked by the same tests as the real one."""

from dataclasses import dataclass, field, replace

from plumbing import clock
from plumbing.ids import new_id
from services.rulebook.domain.chain import Chain
from services.rulebook.domain.edition import Edition
from services.rulebook.domain.made import Recorded
from services.rulebook.domain.request import RequestState
from tests.store.before import copied


@dataclass
class State:
    """`layers` by (district, school or None, layer): each holds (edition, made, when), oldest first."""

    layers: dict = field(default_factory=dict)
    drafts: dict = field(default_factory=dict)
    requests: dict = field(default_factory=dict)
    chains: dict = field(default_factory=dict)
    news: list = field(default_factory=list)
    audited: list = field(default_factory=list)


class FakeStore:
    """Every district in one memory."""

    def __init__(self):
        self.state = State()

    def run(self, use_case, ask, scope, actor=None):
        before = copied(self.state)
        try:
            return use_case(FakeUnit(self.state, scope, actor), ask)
        except BaseException:
            self.state = before
            raise

    def news(self, district_id):
        return [(scope.school_id, event) for scope, event in self.state.news if scope.district_id == district_id]


class FakeUnit:
    """One transaction on the fake."""

    def __init__(self, state, scope, actor=None):
        self.state, self.scope, self.actor = state, scope, actor
        self.now = clock.now()
        self.today = clock.local_date(self.now)

    @property
    def school_id(self):
        return self.scope.school_id

    def new_id(self):
        return new_id()

    def take_layer(self, layer):
        begun = [(Edition(layer_id=new_id(), layer=layer, version=0), None, None)]
        return self.state.layers.setdefault(self._place(layer), begun)[-1][0]

    def keep(self, edition, made):
        self.state.layers[self._place(edition.layer)].append((edition, made, clock.now()))

    def standing(self):
        return tuple(norm for editions in self._over() for norm in editions[-1][0].norms)

    def edition(self, layer, version=None):
        said = [edition for editions in self._over() for edition, _, _ in editions if edition.layer is layer]
        found = [edition for edition in said if edition.version and version in (None, edition.version)]
        return found[-1] if found else None

    def editions(self, most):
        said = [
            Recorded(layer=edition.layer, version=edition.version, published_at=when, made=made)
            for editions in self._over() for edition, made, when in editions if edition.version
        ]
        return sorted(said, key=lambda one: one.published_at, reverse=True)[:most]

    def draft(self, layer):
        standing = self.state.layers.get(self._place(layer))
        return self.state.drafts.get(standing[-1][0].layer_id) if standing else None

    def keep_draft(self, draft):
        self.state.drafts[draft.layer_id] = draft

    def drop_draft(self, draft_id):
        self.state.drafts = {place: one for place, one in self.state.drafts.items() if one.draft_id != draft_id}

    def keep_request(self, request):
        self.state.requests[request.request_id] = (self.scope.district_id, request)

    def take_request(self, request_id):
        return next((one for one in self._requests() if one.request_id == request_id), None)

    def requests(self, most):
        latest = sorted(self._requests(), key=lambda one: one.asked_at, reverse=True)
        return sorted(latest, key=lambda one: one.state is not RequestState.ASKED)[:most]

    def take_chain(self, affair):
        new = Chain(chain_id=new_id(), affair=affair, version=0)
        return self.state.chains.setdefault((self.school_id, affair), new)

    look_at_chain = take_chain

    def keep_chain(self, chain):
        self.state.chains[self.school_id, chain.affair] = chain

    keep_chain_draft = keep_chain

    def drop_chain_draft(self, chain_id):
        for place, chain in self.state.chains.items():
            if chain.chain_id == chain_id:
                self.state.chains[place] = replace(chain, sequence=0, draft=None)

    def emit(self, event):
        self.state.news.append((self.scope, event))

    def audit(self, action, object_kind, object_id, pupil_id=None):
        assert self.actor is not None
        self.state.audited.append((self.actor.person_id, action))

    def _requests(self):
        return [
            request for district_id, request in self.state.requests.values()
            if district_id == self.scope.district_id and self.school_id in (None, request.school_id)
        ]

    def _place(self, layer):
        return self.scope.district_id, self.scope.school_id, layer

    def _over(self):
        return [
            editions for (district_id, school_id, _), editions in self.state.layers.items()
            if district_id == self.scope.district_id and school_id in (None, self.school_id)
        ]

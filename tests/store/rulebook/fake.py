"""Fake: rulebook's store in memory, checked by the same tests as the real one."""

from dataclasses import dataclass, field

from plumbing.ids import new_id
from services.rulebook.domain.edition import Edition
from tests.store.before import copied


@dataclass
class State:
    """`layers` by (district, school or None, layer); each holds its editions, oldest first."""

    layers: dict = field(default_factory=dict)
    news: list = field(default_factory=list)


class FakeStore:
    """Every district in one memory."""

    def __init__(self):
        self.state = State()

    def run(self, use_case, ask, scope):
        before = copied(self.state)
        try:
            return use_case(FakeUnit(self.state, scope), ask)
        except BaseException:
            self.state = before
            raise

    def news(self, district_id):
        return [(scope.school_id, event) for scope, event in self.state.news if scope.district_id == district_id]


class FakeUnit:
    """One transaction on the fake."""

    def __init__(self, state, scope):
        self.state, self.scope = state, scope

    @property
    def school_id(self):
        return self.scope.school_id

    def take_layer(self, layer):
        place = (self.scope.district_id, self.scope.school_id, layer)
        return self.state.layers.setdefault(place, [Edition(layer_id=new_id(), layer=layer, version=0)])[-1]

    def keep(self, edition):
        self.state.layers[self.scope.district_id, self.scope.school_id, edition.layer].append(edition)

    def standing(self):
        over_the_school = (None, self.scope.school_id)
        return tuple(
            norm
            for (district_id, school_id, _), editions in self.state.layers.items()
            if district_id == self.scope.district_id and school_id in over_the_school
            for norm in editions[-1].norms
        )

    def emit(self, event):
        self.state.news.append((self.scope, event))

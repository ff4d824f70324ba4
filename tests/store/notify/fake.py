"""Fake: notify's store in memory, for tests that need no server; the same tests hold it to the real one."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from contracts.notify.message import Inbox, InboxMessage, ReceiptCount
from contracts.received import Received
from plumbing import clock
from plumbing.ids import new_id
from services.notify.domain.announcement import Announcement, Audience
from tests.store.before import copied
from tests.store.notify.stage import DISTRICT


@dataclass
class State:
    """All that is kept."""

    pupils: dict[str, tuple[str | None, int]] = field(default_factory=dict)
    guardians: dict[str, tuple[tuple[str, ...], int]] = field(default_factory=dict)
    leaders: dict[str, tuple[str, tuple[str, ...], int]] = field(default_factory=dict)
    announcements: dict[str, tuple[Announcement, datetime]] = field(default_factory=dict)
    messages: dict[tuple[str, str], InboxMessage] = field(default_factory=dict)
    news: list[Any] = field(default_factory=list)
    heard: set[tuple[str, str]] = field(default_factory=set)


class FakeStore:
    """One school in memory."""

    def __init__(self):
        self.school_id, self.state = new_id(), State()

    def ask(self, use_case, ask, actor):
        return self._transaction(use_case, ask, actor)

    def hear(self, use_case, event, queue, sequence, message_id):
        if (queue, message_id) in self.state.heard:
            return
        self._transaction(use_case, Received(
            event=event, queue=queue, message_id=message_id, sequence=sequence, occurred_at=clock.now(),
            district_id=DISTRICT, school_id=self.school_id, request_id="test",
        ), None)
        self.state.heard.add((queue, message_id))

    def let_a_day_pass(self):
        for announcement_id, (announcement, at) in self.state.announcements.items():
            self.state.announcements[announcement_id] = (announcement, at - timedelta(hours=24))

    def news(self):
        return list(self.state.news)

    def _transaction(self, use_case, said, actor):
        before = copied(self.state)
        try:
            return use_case(FakeUnit(self.state, actor), said)
        except BaseException:
            self.state = before
            raise


class FakeUnit:
    """One transaction on the fake."""

    def __init__(self, state: State, actor: Any):
        self.state, self.actor = state, actor
        self.now = clock.now()

    def emit(self, event):
        self.state.news.append(event)

    def keep_pupil(self, pupil_id, class_id, sequence):
        return _keep(self.state.pupils, pupil_id, (class_id, sequence))

    def keep_guardians(self, pupil_id, guardian_ids, sequence):
        return _keep(self.state.guardians, pupil_id, (tuple(guardian_ids), sequence))

    def keep_leader(self, grant_list_id, person_id, class_ids, sequence):
        return _keep(self.state.leaders, grant_list_id, (person_id, tuple(class_ids), sequence))

    def announce(self, announcement_id, announcement):
        self.state.announcements.setdefault(announcement_id, (announcement, self.now))
        self._tell(announcement_id, self._concerned(announcement))

    def tell_guardians(self, pupil_id, since):
        guardian_ids, _ = self.state.guardians.get(pupil_id, ((), 0))
        self._tell_late(since, lambda person_id, pupil_ids: person_id in guardian_ids and pupil_id in pupil_ids)

    def tell_leader(self, person_id, since):
        self._tell_late(since, lambda concerned, _: concerned == person_id)

    def forget_pupil(self, pupil_id):
        gone = {i for i, (announcement, _) in self.state.announcements.items() if announcement.pupil_id == pupil_id}
        for announcement_id in gone:
            del self.state.announcements[announcement_id]
        for key, message in list(self.state.messages.items()):
            others = tuple(one for one in message.pupil_ids if one != pupil_id)
            if key[0] in gone or not others:
                del self.state.messages[key]
            else:
                self.state.messages[key] = replace(message, pupil_ids=others)

    def inbox(self, before):
        mine = sorted(self._mine(), key=lambda m: (m.sent_at, m.message_id), reverse=True)
        last = next((number for number, m in enumerate(mine) if m.message_id == before), len(mine) if before else -1)
        unread = sum(1 for message in mine if message.read_at is None)
        return Inbox(messages=tuple(mine[last + 1 : last + 51]), unread=min(unread, 100))

    def mark_read(self, message_id):
        message = self.message(message_id)
        if message is None or message.read_at is not None:
            return False
        key = next(key for key, kept in self.state.messages.items() if kept is message)
        self.state.messages[key] = replace(message, read_at=self.now)
        return True

    def message(self, message_id):
        return next((message for message in self._mine() if message.message_id == message_id), None)

    def count_receipts(self, about_ids):
        told = defaultdict(lambda: defaultdict(list))
        for (_, person_id), message in self.state.messages.items():
            told[message.about_id][person_id].append(message.read_at is not None)
        return tuple(
            ReceiptCount(about_id=about_id, told=len(people), read=sum(all(read) for read in people.values()))
            for about_id, people in sorted(told.items()) if about_id in about_ids
        )

    def _mine(self):
        return [message for (_, person), message in self.state.messages.items() if person == self.actor.person_id]

    def _concerned(self, announcement):
        """Return person → pupils."""
        concerned = defaultdict(set)
        if announcement.audience is Audience.NAMED:
            return {person_id: {announcement.pupil_id} for person_id in announcement.person_ids}
        if announcement.audience is Audience.CLASS_HEADS:
            for person_id, class_ids, _ in self.state.leaders.values():
                if announcement.class_id in class_ids:
                    concerned[person_id].add(announcement.pupil_id)
            return concerned
        whole_school = announcement.audience is Audience.SCHOOL_GUARDIANS
        placed = self.state.pupils.items()
        in_class = {p for p, (at, _) in placed if (at if whole_school else at == announcement.class_id)}
        whole_class = whole_school or announcement.audience is Audience.CLASS_GUARDIANS
        for pupil_id in in_class if whole_class else {announcement.pupil_id}:
            for guardian_id in self.state.guardians.get(pupil_id, ((), 0))[0]:
                concerned[guardian_id].add(pupil_id)
        return concerned

    def _tell_late(self, since, is_meant):
        for announcement_id, (announcement, at) in self.state.announcements.items():
            if at > since:
                concerned = self._concerned(announcement)
                self._tell(announcement_id, {who: of for who, of in concerned.items() if is_meant(who, of)})

    def _tell(self, announcement_id, concerned):
        announcement, _ = self.state.announcements[announcement_id]
        for person_id, pupil_ids in concerned.items():
            told = self.state.messages.get((announcement_id, person_id)) or InboxMessage(
                message_id=new_id(), cause=announcement.cause, about_id=announcement.about_id, pupil_ids=(),
                facts=dict(announcement.facts), sent_at=self.now,
            )
            self.state.messages[announcement_id, person_id] = replace(told, pupil_ids=tuple(sorted(pupil_ids)))


def _keep(facts, key, fact):
    """Keep a fact whose last part is its sequence, if that is higher than what stands."""
    if key in facts and facts[key][-1] >= fact[-1]:
        return False
    facts[key] = fact
    return True

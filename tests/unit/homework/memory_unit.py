"""MemoryUnit: one transaction on homework's store in memory."""

from dataclasses import replace
from datetime import date, datetime

from contracts.job import JobState, JobStatus
from engines.policy import Counter, Edition, Layer, norm_from_plain
from plumbing import clock
from plumbing.ids import new_id
from plumbing.norms import refuse_unusable
from services.homework.domain.calendar import calendar_of
from services.homework.domain.class_day import ClassDay
from services.homework.domain.rulebook import Rulebook

EMPTY = {counter.key: 0 for counter in Counter.every()}
PAGE = 50


class MemoryUnit:
    """What the application's Unit promises, in two drawers; `books` are rulebooks kept from one to the next."""

    def __init__(self, actor, district, school, scope, now, books):
        self.actor, self.district, self.school, self.scope = actor, district, school, scope
        self.school_id = scope.school_id
        self.books = books
        self.now: datetime = now
        self.today: date = clock.local_date(now)
        self.new_id = new_id

    def emit(self, event):
        self.school.news.append(event)

    def audit(self, action, object_kind, object_id, pupil_id=None):
        self.school.audited.append((self.actor.person_id, action, object_id))

    def rulebook(self):
        layers = [layer for drawer in (self.district, self.school) for layer in drawer.layers.values()]
        if Layer.NATIONAL not in {layer for layer, *_ in layers}:
            return None
        calendars = self.school.calendars or self.district.calendars
        if not calendars:
            return None
        document, _, _ = max(calendars.values(), key=lambda kept: kept[2])
        layers.sort(key=lambda kept: list(Layer).index(kept[0]))
        editions = tuple(edition for _, edition, _ in layers)
        norms = tuple(norm for edition in editions for norm in self.editions(editions)[edition])
        return self._book(norms, document, editions)

    def _book(self, *reads):
        """Return the rulebook, with what it has worked out for its days, for as long as it reads the same."""
        if self.books.get(self.school_id, (None,))[0] != reads:
            norms, document, editions = reads
            self.books[self.school_id] = reads, Rulebook(
                school_id=self.school_id, norms=norms, calendar=calendar_of(document), editions=editions
            )
        return self.books[self.school_id][1]

    def class_days(self, day, class_ids=()):
        known = [said for said, _ in self.school.classes.values() if not class_ids or said.class_id in class_ids]
        days = [
            self._class_day(said.class_id, said.grade, said.number, day) for said in known
            if (said.first_day or day) <= day <= (said.last_day or day) or self.pieces_on(day, (said.class_id,))
        ]
        return sorted(days, key=lambda found: (found.grade, found.number))

    def _class_day(self, class_id, grade, number, day):
        minutes = self.school.days.get((class_id, day), EMPTY)
        return ClassDay(class_id=class_id, grade=grade, number=number, day=day, minutes=minutes)

    def days_of(self, day, others):
        standing = self.school.days
        return [replace(day, day=other, minutes=standing.get((day.class_id, other), EMPTY)) for other in others]

    def add_minutes(self, class_id, day, change, caps):
        standing = self.school.days.get((class_id, day), EMPTY)
        after = {counter: standing[counter] + change[counter] for counter in standing}
        if any(change[counter] > 0 and after[counter] > limit for counter, limit in caps.items()):
            return False
        assert min(after.values()) >= 0, "a counter never falls below nothing"
        self.school.days[class_id, day] = after
        return True

    def piece(self, assignment_id):
        return self.school.pieces.get(assignment_id)

    take_piece = piece

    def keep(self, piece):
        assert piece.assignment_id not in self.school.pieces
        self.restate(piece)

    def restate(self, piece):
        self.school.pieces[piece.assignment_id] = piece
        self.school.versions.append(piece)

    def pieces_on(self, day, class_ids=()):
        return [
            piece for piece in self.school.pieces.values()
            if piece.day == day and (not class_ids or piece.class_id in class_ids)
        ]

    def pieces_by(self, teacher_id, before=None):
        theirs = [
            piece for piece in self.school.pieces.values()
            if piece.teacher_id == teacher_id and (before is None or piece.day < before)
        ]
        theirs.sort(key=lambda piece: (piece.day, piece.published_at, piece.assignment_id), reverse=True)
        return [piece for place, piece in enumerate(theirs) if place < PAGE or piece.day == theirs[PAGE - 1].day]

    def learn_class(self, opened, sequence):
        _keep_newer(self.school.classes, opened.class_id, (opened, sequence), lambda kept: kept[1])

    def lineage(self, class_ids):
        line = set(class_ids)
        for said, _ in self.school.classes.values():
            if said.class_id in class_ids and said.continues:
                line |= self.lineage({said.continues})
        return line

    def learn_calendar(self, calendar_id, document, sequence, said_at):
        _keep_newer(self.district.calendars, calendar_id, (document, sequence, said_at), lambda kept: kept[1])

    def learn_own_calendar(self, calendar_id, document, sequence, said_at):
        _keep_newer(self.school.calendars, calendar_id, (document, sequence, said_at), lambda kept: kept[1])

    def learn_layer(self, published, sequence):
        refuse_unusable(published, self.scope)
        drawer = self.school if published.layer == Layer.SCHOOL else self.district
        edition = Edition(published.layer_id, published.version)
        drawer.editions.setdefault(edition, tuple(map(norm_from_plain, published.norms)))
        standing = Layer(published.layer), edition, sequence
        _keep_newer(drawer.layers, published.layer_id, standing, lambda kept: kept[2])

    def editions(self, wanted):
        known = {**self.district.editions, **self.school.editions}
        return {edition: known[edition] for edition in wanted if edition in known}

    def keep_verdict(self, verdict):
        self.school.verdicts.append(verdict)

    def verdicts_of(self, assignment_id):
        return [verdict for verdict in self.school.verdicts if verdict.assignment_id == assignment_id]

    def ask_job(self, ask, *, input_file_id=None):
        job_id = new_id()
        self.school.jobs[job_id] = JobStatus(
            job_id=job_id, kind=ask.kind, state=JobState.QUEUED, steps_done=0, steps_total=0, asked_at=self.now
        )
        return job_id

    def keep_replay(self, replay):
        self.school.replays[replay.replay_id] = replay

    def replay(self, replay_id):
        return self.school.replays.get(replay_id)

    def replay_job(self, replay):
        return self.school.jobs.get(replay.job_id)

    def keep_replayed(self, replay_id, result):
        self.school.replays[replay_id] = replace(self.school.replays[replay_id], result=result)


def _keep_newer(kept, name, fact, sequence_of):
    if name not in kept or sequence_of(kept[name]) < sequence_of(fact):
        kept[name] = fact

"""Sessions, remembered: kept, seen and ended, and the tries before them."""

import secrets
from dataclasses import replace

from contracts.directory.signing_out import SignedOutByOffice
from plumbing import one_time
from services.directory.domain.tries import Tries


class RememberedSessions:
    """What a transaction in memory knows of sessions: kept, seen, ended, by whom."""

    def take_tries(self, names):
        return {name: self.held["tries"].get(name, Tries()) for name in names}

    def keep_tries(self, tries):
        self.held["tries"].update(tries)

    def keep_session(self, session):
        self.held["sessions"][session.secret] = session

    def session(self, secret):
        session = self.held["sessions"].get(secret)
        return session if session and session.expires_at > self.now else None

    def end_session(self, secret):
        open_one = self.session(secret)
        self.held["sessions"].pop(secret, None)
        return open_one.session_id if open_one else None

    def see_session(self, session_id):
        for secret, session in self.held["sessions"].items():
            if session.session_id == session_id:
                self.held["sessions"][secret] = replace(session, seen_at=self.now)

    def sessions_of(self, person_id):
        own = [s for s in self.held["sessions"].values() if s.person_id == person_id and s.expires_at > self.now]
        return tuple(sorted(own, key=lambda s: (s.seen_at, s.session_id), reverse=True))

    def signed_out_by_office(self, person_id):
        return self.held["signed_out"].get(person_id)

    def end_sessions(self, person_id, session_ids, reason):
        ended = {s.session_id: s.secret for s in self.sessions_of(person_id) if s.session_id in session_ids}
        for secret in ended.values():
            del self.held["sessions"][secret]
        if reason and ended:
            self.held["signed_out"][person_id] = SignedOutByOffice(at=self.now, reason=reason, devices=len(ended))
        return set(ended)

    chance = staticmethod(secrets.token_bytes)
    phone_step = staticmethod(one_time.present_step)
    phone_code = staticmethod(one_time.code_of)

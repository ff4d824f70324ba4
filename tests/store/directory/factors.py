"""Second factors, remembered, and who is half way in."""

import base64
import secrets
from dataclasses import replace


class RememberedFactors:
    """What a transaction in memory knows of second factors, and those who are half way in."""

    def new_phone_secret(self):
        return base64.b32encode(secrets.token_bytes(20)).decode()

    def recovery_index(self, code):
        return code.encode()

    def take_factor(self, person_id):
        return self.held["factors"].get(person_id)

    def keep_factor(self, factor):
        self.held["factors"][factor.person_id] = factor

    def confirm_factor(self, person_id):
        self._change_factor(person_id, confirmed=True)

    def use_step(self, person_id, step):
        self._change_factor(person_id, used_step=step)

    def keep_recovery(self, person_id, recovery):
        self._change_factor(person_id, recovery=recovery)

    def drop_factor(self, person_id):
        del self.held["factors"][person_id]

    def _change_factor(self, person_id, **changes):
        self.held["factors"][person_id] = replace(self.held["factors"][person_id], **changes)

    def keep_half_way(self, half):
        self.held["half_way"][half.secret] = half

    def half_way(self, secret):
        half = self.held["half_way"].get(secret)
        return half if half and half.expires_at > self.now else None

    def drop_half_way(self, secret):
        del self.held["half_way"][secret]

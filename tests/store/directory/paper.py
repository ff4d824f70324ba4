"""Cards of paper, remembered, and the accounts that come of them."""

from dataclasses import replace

from services.directory.application.cards.card import Addressee
from services.directory.application.signing_in.account import Account


class RememberedCards:
    """What a transaction in memory knows of cards of paper, and the accounts that come of them."""

    def guardians_of_class(self, class_id):
        return self._addressees([p for p in self._of("pupils", self._here).values() if p.class_id == class_id])

    def guardians_of_pupil(self, pupil_id, class_id):
        pupil = self._of("pupils", self._here).get(pupil_id)
        return self._addressees([pupil] if pupil and pupil.class_id == class_id else [])

    def colleagues(self):
        staff = self._of("staff", self._here).values()
        return tuple(self._addressee(self.held["people"][self._district, c.person_id]) for c in staff)

    def _addressees(self, pupils):
        children = {}
        for pupil in sorted(pupils, key=lambda p: p.seat_number):
            for guardian_id in sorted(self.held["guardians"][self._here, pupil.pupil_id]):
                children.setdefault(guardian_id, []).append(pupil.name)
        people = self._of("people", self._district)
        return tuple(self._addressee(people[who], tuple(names)) for who, names in children.items())

    def _addressee(self, person, children=()):
        accounts = (*self.held["accounts"].values(), *self.held["by_phone"].values())
        known = {account.person_id for account in accounts}
        return Addressee(
            person_id=person.person_id, name=person.name, phone=person.phone, has_account=person.person_id in known,
            children=children,
        )

    def card_index(self, code):
        return code.encode()

    def card_proof(self, code, last_four):
        return f"{code}|{last_four}".encode()

    def phone_index(self, phone):
        return phone.encode()

    def keep_cards(self, cards):
        self.held["cards"].update({(card.person_id, card.sheet_id): [card, 0] for card in cards})

    def try_card(self, code_index, most):
        for key, (card, tries) in self.held["cards"].items():
            if card.code_index == code_index and card.expires_at > self.now and tries < most:
                self.held["cards"][key] = [card, tries + 1]
                return card
        return None

    def use_card(self, code_index, until):
        for key, (card, tries) in self.held["cards"].items():
            if card.code_index == code_index and not card.used and card.expires_at > self.now:
                self.held["cards"][key] = [replace(card, used=True, expires_at=until), tries]
                return True
        return False

    def drop_other_cards(self, used):
        self.held["cards"] = {
            key: kept for key, kept in self.held["cards"].items()
            if kept[0].person_id != used.person_id or kept[0].code_index == used.code_index
        }

    def phone_is_anothers(self, card):
        held = self.held["by_phone"].get(card.phone_index.decode())
        return held is not None and held.person_id != card.person_id

    def keep_account(self, card, password_hash):
        account = Account(person_id=card.person_id, password_hash=password_hash)
        self.held["by_phone"][card.phone_index.decode()] = account
        for login, held in self.held["accounts"].items():
            if held.person_id == card.person_id:
                self.held["accounts"][login] = account

"""Ways in from outside, remembered: the same promises as PostgreSQL's."""

from dataclasses import replace


class RememberedLinks:
    """What a transaction in memory knows of links, testimonies and passwords."""

    def subject_index(self, provider, corp, subject):
        return f"{provider}|{corp}|{subject}".encode()

    def first_used(self, testimony_id, expires_at):
        return self.held["testimonies"].setdefault(testimony_id, self.now)

    def linked(self, subject_index):
        return next((link for link in self.held["links"].values() if link.subject_index == subject_index), None)

    def links_of(self, person_id):
        own = (link for link in self.held["links"].values() if link.person_id == person_id)
        return tuple(sorted(own, key=lambda link: (link.linked_at, link.link_id)))

    def keep_link(self, link):
        of_corp = {(held.provider, held.corp) for held in self.links_of(link.person_id)}
        if self.linked(link.subject_index) or (link.provider, link.corp) in of_corp:
            return False
        self.held["links"][link.link_id] = link
        return True

    def drop_link(self, person_id, link_id):
        if link_id in self.held["links"] and self.held["links"][link_id].person_id == person_id:
            del self.held["links"][link_id]

    def drop_links(self, person_id):
        for link in self.links_of(person_id):
            self.drop_link(person_id, link.link_id)

    def district_code(self, district_id):
        return self.held["districts"].get(district_id, "")

    def own_account(self, person_id):
        accounts = (*self.held["accounts"].values(), *self.held["by_phone"].values())
        return next((account for account in accounts if account.person_id == person_id), None)

    def keep_password(self, person_id, password_hash):
        for kind in ("accounts", "by_phone"):
            for name, account in self.held[kind].items():
                if account.person_id == person_id:
                    self.held[kind][name] = replace(account, password_hash=password_hash)

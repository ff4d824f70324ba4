"""Answering: for whose account somebody answers, so that what they print or change opens no more than is theirs."""

from contracts.actor import OFFICE, STAFF, Actor
from services.directory.application.cards.card import Addressee
from services.directory.application.unit import Unit


def answers_for(unit: Unit, actor: Actor, one: Addressee) -> bool:
    """Say whether this person's account is the actor's to open anew.

    Whoever has a post is answered for by an office where all their posts are, and nobody by a head teacher who has an
    account already.
    """
    office = bool(actor.roles() & OFFICE)
    posts = {held.school_id for held in unit.standing(one.person_id).actors if held.roles() & STAFF}
    if posts:
        return office and actor.school_id in posts and None not in posts
    return office or not one.has_account

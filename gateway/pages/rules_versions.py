"""版本: what each layer has said, edition by edition, who changed it and why."""

from flask import Blueprint, Response

from contracts.rulebook.draft import LAYER_OFFICE
from contracts.rulebook.edition import EDITIONS, ListEditions
from gateway import here, view
from gateway.access import may
from gateway.pages.rules_desk import desk, desks, stay
from gateway.roll import roll
from gateway.texts.rules import ACTS

page = Blueprint("rules_versions", __name__)
page.url_defaults(stay)


@page.get("/rules/versions")
@may(*LAYER_OFFICE)
def every() -> Response:
    """Show the editions of the layers over a school, or of those of a district, the latest first."""
    at = desk(*LAYER_OFFICE)
    editions = here.houses().ask(EDITIONS, ListEditions(), at.actor).editions
    own = [one for one in editions if one.layer == at.layer]
    names = roll((at.actor,), person_ids=[person for one in own for person in (one.by, *one.authors) if person])

    def people(person_ids: tuple[str, ...]) -> str:
        return "、".join(map(names.person, person_ids))

    return view.page(
        "rules_versions.html", desk=at, desks=desks(*LAYER_OFFICE), editions=editions, people=people, names=names,
        acts=ACTS,
    )

"""Blueprint: offers turned into routes that read, ask and answer, and describe themselves."""

from collections.abc import Callable
from typing import Any

from flask_smorest import Blueprint
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from gateway import access, here
from gateway.api import asker
from gateway.api.offer import SCHOOL_CODE, Offer
from gateway.school import school_of, visitor_of

SECURITY: list[dict[str, list[str]]] = [{"bearer": []}, {"cookie": []}]
_KEY = {
    "in": "header", "name": asker.KEY_HEADER, "required": True,
    "schema": {"type": "string", "minLength": 1, "maxLength": asker.LONGEST_KEY},
    "description": "Makes the command happen once: the same key is answered with the first answer, refusals included.",
}
_SCHOOL = {
    "in": "header", "name": asker.SCHOOL_HEADER, "required": False, "schema": {"type": "string", "format": "uuid"},
    "description": "Which school, for people who belong to several.",
}


class Parser(FlaskParser):
    """Reads JSON and nothing that merely looks like it; what cannot be read is a 400, never a fault."""

    def load_json(self, req: Any, schema: Any) -> Any:
        """Return the body. Raises UnsupportedMediaType for another type, BadRequest for what is no JSON."""
        if not req.is_json:
            raise UnsupportedMediaType
        try:
            return super().load_json(req, schema)
        except (ValueError, RecursionError) as problem:
            raise BadRequest from problem


class ApiBlueprint(Blueprint):
    """A house's part of the API."""

    ARGUMENTS_PARSER = Parser()


def blueprint(house: str, offers: tuple[Offer, ...]) -> ApiBlueprint:
    """Return the routes of one house."""
    blp = ApiBlueprint(f"api_{house}", __name__, url_prefix="/api/v1", description=house)
    for offer in offers:
        _add(blp, offer)
    return blp


def _add(blp: ApiBlueprint, offer: Offer) -> None:
    view = blp.response(offer.status, offer.call.answer.schema_class())(_view(offer))
    view = blp.arguments(offer.schema(), location=offer.location)(view)
    view = blp.doc(**_described(offer))(view)
    rule = access.may(*offer.call.allow, takes_file=offer.takes_file, unproven=offer.unproven)
    view = (access.public if offer.public else rule)(view)
    common = [] if offer.public else [_SCHOOL]
    tags = [offer.call.service]
    blp.add_url_rule(offer.rule, _endpoint(offer), view, methods=[offer.verb], parameters=common, tags=tags)


def _view(offer: Offer) -> Callable[..., Any]:
    def view(asked: dict[str, Any], **in_path: Any) -> Any:
        named = {name: str(value) for name, value in in_path.items()}
        actor = visitor_of(school_of(named[SCHOOL_CODE])) if offer.public else asker.actor_holding(offer.call.allow)
        of_ask = offer.said_in_path(named)
        key = asker.key() if offer.call.command else None
        return here.houses().ask(offer.call, offer.call.ask(**asked, **of_ask), actor, key=key)

    view.__name__ = _endpoint(offer)
    view.__doc__ = None
    return view


def _described(offer: Offer) -> dict[str, Any]:
    said: dict[str, Any] = {"summary": offer.summary, "operationId": _endpoint(offer)}
    said["description"] = offer.call.ask.__doc__
    if not offer.public:
        said["security"] = SECURITY
    return said | ({"parameters": [_KEY]} if offer.call.command else {})


def _endpoint(offer: Offer) -> str:
    return offer.call.name.replace(".", "_")

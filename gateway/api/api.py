"""The API as one piece: its routes, its description at /api/v1/openapi.json (OpenAPI 3.1), its problem documents."""

from typing import Any, cast

from flask import Flask, Response
from flask_smorest import Api
from marshmallow import fields

from contracts.fields import Text
from gateway import access, problem
from gateway.api import session
from gateway.api.blueprint import blueprint
from gateway.api.offers import OFFERS

VERSION = "1.0.0"
ADDRESS = "/api/v1"


class QingfuApi(Api):
    """Leaves errors to the gateway's own pages and problem documents, and says so in its description."""

    DEFAULT_RESPONSE_CONTENT_TYPE: str = Api.DEFAULT_RESPONSE_CONTENT_TYPE
    ERROR_SCHEMA = problem.Problem.schema_class()

    @access.public
    def _openapi_json(self) -> Response:
        return cast(Response, super()._openapi_json())

    def _register_error_handlers(self) -> None:
        pass

    def _register_responses(self) -> None:
        self.DEFAULT_RESPONSE_CONTENT_TYPE = problem.MEDIA_TYPE
        super()._register_responses()
        self.DEFAULT_RESPONSE_CONTENT_TYPE = Api.DEFAULT_RESPONSE_CONTENT_TYPE


def install(app: Flask) -> None:
    """Add every route of the API, and its description."""
    app.config.update(
        API_TITLE="轻负 Qingfu", API_VERSION=VERSION, OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX=ADDRESS, OPENAPI_JSON_PATH="openapi.json",
    )
    api = QingfuApi(app)
    api.spec.components.security_scheme("bearer", {"type": "http", "scheme": "bearer"})
    api.spec.components.security_scheme("cookie", {"type": "apiKey", "in": "cookie", "name": "__Host-qingfu"})
    api.ma_plugin.converter.add_attribute_function(_words)
    api.register_blueprint(session.blp)
    for house, offers in OFFERS.items():
        api.register_blueprint(blueprint(house, offers))


def _words(_: Any, field: fields.Field, **__: Any) -> dict[str, Any]:
    """Return what a field says of itself beyond its type: its Chinese label and hint, and how long a text may be."""
    said = {"title": field.metadata.get("label"), "description": field.metadata.get("hint")}
    if isinstance(field, Text):
        said |= {"minLength": field.shortest or None, "maxLength": field.longest}
    return {name: value for name, value in said.items() if value}

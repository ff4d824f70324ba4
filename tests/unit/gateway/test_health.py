"""Health: alive, able to work, and measured by those who may measure."""

from flask import Flask

from gateway.app import create_app
from gateway.public_pages import PublicPages
from gateway.session import Sessions
from gateway.settings import Settings
from tests.unit.gateway.houses import InMemoryHouses
from tests.unit.gateway.person import HTTPS


def test_the_process_says_that_it_lives(app: Flask) -> None:
    assert app.test_client().get("/healthz").data == b"ok\n"


def test_ready_means_that_nothing_stands_in_the_way_and_names_what_does() -> None:
    reasons: list[str] = []
    made = create_app(
        Settings(secret_key="only for tests", threads=1), client=InMemoryHouses(),
        sessions=Sessions(fresh=lambda: True), public_pages=PublicPages(fresh=lambda: True), unready=lambda: reasons,
    )
    client = made.test_client()
    assert client.get("/readyz").status_code == 200
    reasons.append("broker not reached")
    answer = client.get("/readyz")
    assert (answer.status_code, answer.data) == (503, b"broker not reached\n")
    made.extensions["qingfu"].close()


def test_measurements_are_for_this_machine_and_name_routes_not_people(app: Flask) -> None:
    client = app.test_client()
    client.get("/schools/xiangyang/board", base_url=HTTPS)
    text = client.get("/metrics", base_url=HTTPS).get_data(as_text=True)
    assert 'route="/schools/<code>/board"' in text
    assert 'call="homework.board",outcome="ok"' in text
    elsewhere = client.get("/metrics", base_url=HTTPS, environ_overrides={"REMOTE_ADDR": "203.0.113.9"})
    assert elsewhere.status_code == 404

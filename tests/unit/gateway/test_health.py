"""Health: alive, able to work, and measured where nobody from outside can ask."""

from flask import Flask
from prometheus_client import generate_latest

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


def test_measurements_name_routes_not_people_and_are_on_no_page(app: Flask) -> None:
    client = app.test_client()
    client.get("/schools/xiangyang/board", base_url=HTTPS)
    text = generate_latest().decode()
    assert 'route="/schools/<code>/board"' in text
    assert 'call="homework.board",outcome="ok"' in text
    assert client.get("/metrics", base_url=HTTPS).status_code == 404


def test_who_came_by_tls_comes_by_tls_for_a_year_and_nobody_else_is_told_so(app: Flask) -> None:
    client = app.test_client()
    for path in ("/sign-in", "/schools/xiangyang/board", "/schools/xiangyang/board", "/no-such-page", "/healthz"):
        plain, encrypted = (client.get(path, base_url=base) for base in ("http://qingfu.example", HTTPS))
        assert "Strict-Transport-Security" not in plain.headers
        assert encrypted.headers.get("Strict-Transport-Security") == "max-age=31536000; includeSubDomains"

"""What browsers load: ours, sealed, small, compressed, kept for ever, and nothing from elsewhere."""

import gzip
import re

import pytest

from gateway.assets.seal import fingerprint
from gateway.vendored import STATIC, manifest
from tests.unit.gateway.person import HTTPS, Person

LARGEST_PAGE = 50 * 1024
PAGES = ["/", "/sign-in", "/schools/xiangyang/board", "/schools/xiangyang/rules", "/nowhere"]
OWN_PAGES = ["/", "/homework/new?key=a-form", "/homework", "/inbox", "/rules", "/applications"]


def test_every_vendored_file_is_the_one_that_was_sealed() -> None:
    for name, entry in manifest().items():
        assert fingerprint(STATIC / "vendor" / name) == entry["sha256"], name


def test_every_vendored_file_has_an_entry_and_its_licence() -> None:
    files = {file.name for file in (STATIC / "vendor").iterdir()}
    assert files == {*manifest(), "manifest.json", "LICENSE.htmx.txt", "LICENSE.govuk-frontend.txt"}
    assert {entry["licence"] for entry in manifest().values()} == {"MIT", "0BSD"}


@pytest.mark.parametrize("address", OWN_PAGES)
def test_a_page_with_all_it_loads_is_at_most_fifty_kilobytes(teacher: Person, address: str) -> None:
    answer = teacher.client.get(address, base_url=HTTPS, headers={"Accept-Encoding": "gzip"})
    page = gzip.decompress(answer.data).decode()
    loads = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page))
    assert loads
    assert len(answer.data) + sum(_size(teacher, load) for load in loads) <= LARGEST_PAGE


def _size(person: Person, address: str) -> int:
    with person.client.get(address, base_url=HTTPS, headers={"Accept-Encoding": "gzip"}) as answer:
        assert answer.status_code == 200
        return len(answer.data)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_loads_nothing_from_elsewhere_and_holds_no_script_or_style(somebody: Person, address: str) -> None:
    somebody.opens(address)
    html = somebody.page.html
    assert not re.findall(r'(?:href|src|action)="(?!/|#)[^"]*"', html)
    assert not re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", html)


def test_the_style_loads_no_font_and_no_picture_from_elsewhere() -> None:
    css = STATIC.joinpath("vendor", "theme.css").read_text()
    assert "url(" not in css
    assert "@font-face" not in css
    assert "GDS Transport" not in css


def test_what_is_asked_for_by_its_fingerprint_is_kept_for_ever(somebody: Person) -> None:
    somebody.opens("/")
    address = re.search(r'href="(/static/vendor/theme.css\?v=\w+)"', somebody.page.html)
    assert address
    with somebody.client.get(address[1], base_url=HTTPS) as answer:
        assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("address", ["/", "/nowhere", "/api/v1/session", "/healthz"])
def test_every_answer_carries_the_security_headers(somebody: Person, address: str) -> None:
    headers = somebody.client.get(address, base_url=HTTPS).headers
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["X-Request-Id"]


def test_no_password_or_name_ever_stands_in_the_log(
    somebody: Person, mother: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    somebody.opens("/sign-in")
    somebody.presses("登录", login="wang", password="a-very-own-secret")
    mother.opens("/family")
    written = "".join(capsys.readouterr())
    assert "request_id" in written
    for private in ("a-very-own-secret", "李一鸣", "李晓梅", "wang"):
        assert private not in written

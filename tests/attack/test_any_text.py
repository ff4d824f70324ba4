"""Whatever people write comes back as they wrote it, or is refused in a sentence; nothing breaks of it."""

import unicodedata
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from contracts.actor import Role
from plumbing import clock
from plumbing.ids import new_id
from tests.attack.visitor import Visitor
from tests.attack.world import SUBJECT

BRIEFLY = settings(
    max_examples=25, deadline=None, database=None, phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
ANY = st.text(min_size=1, max_size=60)
SAID = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn")), min_size=1, max_size=60)
REAL = st.sampled_from((
    "𬍤", "㐱䶮", "阿依夏·图尔荪", "é", "🧮📚", "x" * 500, "第一行\n第二行", "１２３", "<script>alert(1)</script>",
    "'; DROP TABLE piece; --", "{{7*7}}", "=cmd|' /C calc'!A0", "${jndi:ldap://x}", "../../etc/passwd", "%00%0d%0a",
    "\\u0000", "null",
))


def published(teacher, place, content):
    """Return the answer to a piece with this content, and what the house says of it afterwards."""
    draft = {
        "class_id": place.class_id, "subject": SUBJECT, "day": clock.today().isoformat(), "kind": "reading",
        "place": "school", "minutes": 1, "content": content,
    }
    answer = teacher.program("POST", "/api/v1/homework", draft, **{"Idempotency-Key": new_id()})
    kept = answer.status == 201 and teacher.program("GET", f"/api/v1/homework/{answer.json['assignment_id']}").json
    return answer, kept


def as_people_see_it(text):
    """Return the same text with one kind of line end, composed characters and no blanks around it."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


@pytest.fixture
def teacher(signed_in):
    return signed_in(Role.TEACHER)


def test_what_a_teacher_writes_is_kept_as_it_was_written_or_refused(teacher, world):
    @BRIEFLY
    @given(content=st.one_of(REAL, SAID, ANY))
    def kept(content):
        answer, now = published(teacher, world.places["own"], content)
        assert answer.status in (201, 422), content
        if now:
            assert now["content"] == as_people_see_it(content), content

    kept()


def test_what_a_person_can_see_is_never_refused(teacher, world):
    @BRIEFLY
    @given(content=REAL)
    def taken(content):
        answer, _ = published(teacher, world.places["own"], content)
        assert answer.status == 201, (content, answer.text)

    taken()


def test_what_is_written_is_text_on_every_page_and_nothing_else(teacher, world):
    _, kept = published(teacher, world.places["own"], "Q7<script>alert(1)</script><img src=x onerror=1>\"'{{7*7}}")
    page = teacher.get(f"/homework/{kept['assignment_id']}").text
    board = teacher.get(f"/schools/{world.places['own'].school.code}/board").text
    for shown in (page, board):
        assert "Q7&lt;script&gt;alert(1)&lt;/script&gt;" in shown
        assert "<script>alert" not in shown and "<img src=x" not in shown


def test_any_name_and_password_are_only_wrong(house_up):
    @BRIEFLY
    @given(login=ANY, password=ANY)
    def wrong(login, password):
        visitor = Visitor(house_up.address)
        sent = {"login": login, "password": password}
        assert visitor.program("POST", "/api/v1/session", sent).status in (401, 422, 429), sent
        if login.isprintable():
            assert visitor.post("/sign-in", sent).status in (401, 422, 429), sent

    wrong()


ADDRESSES = (
    "/family?child={}", "/homework?before={}", "/inbox?before={}", "/homework/new?day={}", "/homework/new?teaching={}",
    "/schools/{}/board", "/schools/{}/rules", "/{}", "/homework/{}", "/api/v1/names?pupil_ids={}", "/sign-in?next={}",
    "/api/v1/homework?before={}", "/static/{}", "/family/apply/check?club_ids={}&care_weekdays={}",
)


def test_any_text_in_any_address_is_only_not_there(signed_in):
    @BRIEFLY
    @given(address=st.sampled_from(ADDRESSES), text=st.one_of(REAL, ANY), role=st.sampled_from(("guardian", "teacher")))
    def absent(address, text, role):
        path = address.replace("{}", quote(text.encode("utf-8", "surrogatepass"), safe=""))
        answer = signed_in(Role(role)).get(path)
        assert answer.status < 500, path
        assert b"Traceback" not in answer.body

    absent()

"""A phone: one person's browser, used as a thumb and two eyes use it."""

import re

from playwright.sync_api import TimeoutError, expect

from ops.running import wait_for

PATIENCE_SECONDS = 60
PATIENCE = PATIENCE_SECONDS * 1000
SCREEN = {"width": 375, "height": 760}


class Phone:
    """A browser of its own, with its own cookies. Every press that leads to a page waits for that page."""

    def __init__(self, browser, address, *, scripts=True):
        self.scripts = scripts
        self.context = browser.new_context(
            base_url=address, viewport=SCREEN, has_touch=True, locale="zh-CN", device_scale_factor=2,
            java_script_enabled=scripts,
        )  # fmt: skip
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        self.page.on("response", self._seen)

    def put_away(self):
        self.context.close()

    def sign_in(self, someone):
        """The person is signed in."""
        self.open("/sign-in")
        self.write("账号", someone.login)
        self.write("密码", someone.password)
        self.press("登录")
        return self

    def open(self, path):
        """The page is there, whatever it says; `status` tells how it went."""
        self.page.goto(path)
        return self

    def press(self, words):
        """The button was pressed, and the page it leads to is there."""
        self._going(self._button(words).click)

    def press_of(self, words, thing):
        """The button of one of several rows was pressed; it is spoken of with what the row is about."""
        self._going(self.page.get_by_role("button", name=_however_spaced(f"{words}：{thing}")).first.click)

    def press_twice(self, words):
        """The button was pressed by a nervous thumb, and the page it leads to is there.

        Without scripts both presses send the form, and the second breaks the first one's way off: no failure.
        """
        here = self.page.url
        self._button(words).dblclick()
        expect(self.page).not_to_have_url(here, timeout=PATIENCE)
        self.page.wait_for_load_state("load")

    def follow(self, words):
        """The link, plain or dressed as a button, was followed to its page."""
        self._going(self.page.locator("a").filter(has_text=_however_spaced(words)).first.click)
        return self

    def unfold(self, words):
        """What is folded behind the words can be seen."""
        self.page.locator("summary").filter(has_text=words).click()

    def reload(self):
        self.page.reload()

    def go_back(self):
        self.page.go_back()

    def write(self, label, words):
        self.page.get_by_label(label, exact=True).fill(words)

    def choose(self, label):
        """A radio button or a box is ticked."""
        self.page.get_by_label(label, exact=True).check()

    def pick(self, label, words):
        """Of a list that opens, what begins with the words is chosen."""
        chosen = self.page.get_by_label(label, exact=True)
        option = chosen.locator("option").filter(has_text=re.compile(f"^{re.escape(words)}"))
        chosen.select_option(option.first.get_attribute("value"))

    def tick(self, label):
        """A box is ticked, where radio buttons are called the same."""
        self.page.get_by_role("checkbox", name=label, exact=True).check()

    def typed(self, label):
        """Return what stands in a field."""
        return self.page.get_by_label(label, exact=True).input_value()

    def chosen(self, label):
        """Say whether a radio button or a box is ticked."""
        return self.page.get_by_label(label, exact=True).is_checked()

    @property
    def words(self):
        """Return what the page says."""
        return self.page.locator("main").inner_text()

    @property
    def heading(self):
        """Return what the page is called."""
        return self.page.locator("h1").inner_text()

    @property
    def path(self):
        """Return where we are."""
        return re.sub(r"^https?://[^/]+", "", self.page.url)

    def sees(self, *words):
        """Every one of the words comes to stand on the page."""
        for each in words:
            expect(self.page.locator("main")).to_contain_text(each, timeout=PATIENCE)

    def does_not_see(self, words):
        expect(self.page.locator("main")).not_to_contain_text(words, timeout=PATIENCE)

    def buttons(self):
        """Return the words of every button that can be pressed, in their order."""
        return [b.inner_text() for b in self.page.locator("main").get_by_role("button").all() if b.is_visible()]

    def comes_to_see(self, path, words):
        """The words come to stand on a page that is opened again and again."""
        sought = _however_spaced(words)
        assert wait_for(lambda: sought.search(self.open(path).words), PATIENCE_SECONDS), (words, self.words)

    def comes_to_be_answered(self, path, status):
        """The page is opened again and again until it is answered like this."""
        assert wait_for(lambda: self.open(path).status == status, PATIENCE_SECONDS), self.status

    def what_is_wrong(self):
        """Return the sentences of the error summary, which has the focus."""
        summary = self.page.locator(".govuk-error-summary")
        expect(summary).to_be_focused(timeout=PATIENCE)
        return summary.inner_text()

    def has_the_focus(self, label):
        """The next key goes into this field."""
        expect(self.page.get_by_label(label, exact=True)).to_be_focused(timeout=PATIENCE)

    def _button(self, words):
        return self.page.get_by_role("button", name=words, exact=True).first

    def _going(self, act):
        try:
            with self.page.expect_navigation():
                act()
        except TimeoutError as late:
            raise AssertionError(f"no page came; {self.path} is there and says: {self.words}") from late

    def _seen(self, response):
        if response.request.is_navigation_request():
            self.status, self.headers = response.status, response.headers


def _however_spaced(words):
    """Return what finds the words also where the page sets them in several lines."""
    return re.compile(r"\s*".join(map(re.escape, words)))

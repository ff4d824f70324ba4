"""What a family and a head teacher do about the after-school service, and what an inbox says."""

from dataclasses import dataclass

from tests.journeys.phone import Phone

THE_CLUB = "少儿舞蹈"
"""The club of the demo with a single place."""


def at_the_page_of(phone, child):
    """The guardian looks at this child."""
    phone.open("/family")
    if child.name not in phone.heading:
        phone.follow(child.name)
    phone.sees(child.name)


@dataclass
class Applying:
    """A guardian applies for one child; `pages` counts how many pages it took."""

    phone: Phone
    pages: int = 0

    def begin(self, child):
        at_the_page_of(self.phone, child)
        self.phone.follow("申请课后服务")
        self.pages += 1

    def choose(self, *days, club):
        """Days and club are chosen, and everything stands on one page once more."""
        self.phone.pick("第一志愿", club)
        for choice in days:
            self.phone.choose(choice)
        self.phone.press("下一步：核对")
        self.pages += 1

    def send(self):
        """The application was sent; its own page is there."""
        self.phone.press("提交申请")
        self.phone.sees("申请已提交，学校审核后会告诉您")
        self.pages += 1
        return self.phone.path


def apply_for_care_and_the_club(phone, child):
    """The child has an application; return where its page is."""
    applying = Applying(phone)
    applying.begin(child)
    applying.choose("周一", "周三", club=THE_CLUB)
    phone.sees(child.name, "周一、周三", THE_CLUB)
    path = applying.send()
    assert applying.pages <= 3
    return path


def consider(phone, child):
    """Whoever's turn it is has the child's application before them, ready to say yes."""
    phone.open("/applications").follow(child.name)
    phone.sees(child.name)
    phone.choose("同意")


def approve(phone):
    """They say yes to the application before them."""
    phone.press("提交决定")
    phone.sees("已同意；最后一步同意以后，名额自动安排，家长会收到消息")


def approve_at_once(phone, *children):
    """The office approves several applications from its list."""
    phone.open("/applications")
    for child in children:
        phone.choose(f"同意{child.name}的申请")
    phone.press("同意选中的")
    phone.sees(f"已同意 {len(children)} 份")


def send_back(phone, child, reason):
    """They send the child's application back, with the reason."""
    phone.open("/applications").follow(child.name)
    phone.choose("退回修改")
    phone.write("理由", reason)
    phone.press("提交决定")
    phone.sees("已经退回，理由写在申请里")


def change(phone, day, *, instead_of):
    """The family changes what was sent back, and hands it in again."""
    phone.follow("修改后再提交")
    phone.page.get_by_label(instead_of, exact=True).uncheck()
    phone.choose(day)
    phone.press("重新提交")
    phone.sees("已重新提交，学校审核后会告诉您", "等班主任办理")


def take_back(phone, path):
    """The family no longer wants what it applied for."""
    phone.open(path)
    phone.unfold("撤回这份申请")
    phone.press("撤回申请")
    phone.sees("申请已撤回")


def read_message(phone, heading, *, of_child):
    """An unread message about the child has come; it is opened, and the school knows that it was read."""
    phone.comes_to_see("/inbox", f"未读：{heading}")
    phone.follow(f"未读：{heading}")
    phone.sees(heading, of_child.name, "已读回执已经送达")

"""Every page, one file each."""

from gateway.pages import (
    account,
    application,
    board,
    class_applications,
    decide,
    family,
    family_apply,
    home,
    homework_correct,
    homework_mine,
    homework_new,
    homework_one,
    homework_withdraw,
    inbox,
    rules,
    sign_in,
)

PAGES = (
    home.page,
    sign_in.page,
    homework_new.page,
    homework_mine.page,
    account.page,
    homework_one.page,
    homework_correct.page,
    homework_withdraw.page,
    family.page,
    family_apply.page,
    application.page,
    class_applications.page,
    decide.page,
    inbox.page,
    board.page,
    rules.page,
)

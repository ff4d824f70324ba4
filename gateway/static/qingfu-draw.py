#!/usr/bin/env python3
"""qingfu-draw：在自己的电脑上，把社团抽签重新做一遍。Do a draw of clubs again, on your own computer.

    qingfu-draw hash FILE                   开奖以前：算出签表的封存码 / before the value exists: the list's hash
    qingfu-draw verify FILE                 开奖以后：重新抽一遍，逐字比较 / afterwards: draw again, compare every byte
    qingfu-draw verify FILE --ticket T      再看自己那张签 / and what became of your ticket
    qingfu-draw verify FILE --hash CODE     和事先公布的封存码比 / and compare with the hash you were told before

只用 Python 3.8 以上自带的东西，不联网，不读别的文件，与轻负系统的程序没有共用一行代码。
It needs Python 3.8 or later and nothing else: no network, no other file, no line shared with the system it checks.

FILE 是公布的记录（JSON）；hash 也可以直接用签表原文。 FILE: the published record (JSON); for hash, also the bare list.

怎样抽 How it is drawn:
 1 签表每行一张签，UTF-8，按签号排好；全文的 SHA-256 就是封存码，开奖以前公布。
   One line a ticket, UTF-8, sorted; the SHA-256 of the text is published before the public value exists.
 2 种子 = 四行字的 SHA-256：qingfu-draw-seed/1、封存码、轮次名称、公开数值（每行以换行结尾）。
   The seed is the SHA-256 of these four lines: the name of the method, the hash, the round, the public value.
 3 第 k 个抽出谁：算“k/种子/k”的 SHA-256，当作一个大整数，除以还没抽到的签数，余数是几，就从剩下的签里往后数几张
   （从 0 数起）。 The k-th: SHA-256 of "k/seed/k" as a whole number; its remainder by how many tickets are left,
   counted from 0 among those left.
 4 按抽出的先后，每张签从第一志愿看起：够了（enough）、和已得到的时间冲突（clash:第几志愿）、满了（full:最后一个名额
   给了第几号）、得到（given）。满了的进候补，先后同抽签顺序。 In that order each ticket takes the first choices it can;
   what was full it waits for, in the same order.

结束时的代码：0 完全一致；1 有不同；2 文件读不了。 Exit: 0 the same, 1 something differs, 2 the file cannot be read.
"""

import argparse
import hashlib
import json
import re
import sys
import unicodedata

RECORD, LIST, RESULT = "qingfu-draw-record/1", "qingfu-draw-list/1", "qingfu-draw-result/1"
SEED = "qingfu-draw-seed/1"
FEWEST_VALUES = 1000000
WHOLE_NUMBER = re.compile("0|[1-9][0-9]{0,8}")
SAME, DIFFERENT, UNREADABLE = 0, 1, 2


class Unreadable(Exception):
    """这个文件不是抽签记录。The file is no record of a draw."""


class Different(Exception):
    """有一处和应有的不同。Something is not what it has to be."""


# ---- 读文件 reading the file ----


def read_record(path):
    """Return the record as a dictionary; a bare list becomes a record without a hash."""
    try:
        with open(path, "rb") as file:
            content = file.read()
        if content.startswith(LIST.encode()):
            return {"bare": content}
        record = json.loads(content.decode("utf-8"), object_pairs_hook=said_once)
    except (OSError, ValueError, RecursionError) as problem:
        raise Unreadable("读不了 %s / cannot read it: %s" % (path, problem)) from problem
    if not isinstance(record, dict) or record.get("format") != RECORD:
        raise Unreadable("不是抽签记录 / no record of a draw (format: %s)" % RECORD)
    for name in ("round", "source", "sha256"):
        if not isinstance(record.get(name), str):
            raise Unreadable("缺少 %s / %s is missing" % (name, name))
    known = {"format", "round", "source", "list", "sha256", "value", "result"}
    if not set(record) <= known:
        raise Unreadable("不认识 / unknown: %s" % ", ".join(sorted(set(record) - known)))
    return record


def said_once(pairs):
    """A name that stands twice would be read one way here and another way elsewhere."""
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("同一个名称写了两次 / a name stands twice")
    return dict(pairs)


def text_of(record, name):
    """Return the bytes of the list or the result: each line, and a line feed after each."""
    lines = record.get(name)
    if not isinstance(lines, list) or not all(isinstance(line, str) and "\n" not in line for line in lines):
        raise Unreadable("缺少 %s / %s is missing" % (name, name))
    try:
        return "".join(line + "\n" for line in lines).encode("utf-8")
    except UnicodeEncodeError:
        raise Unreadable("%s 里有坏字符 / a broken character" % name) from None


# ---- 签表 the list ----


class Listed:
    """What a list says: round, source, form, most, {club: (title, places, slots)}, {ticket: choices}."""

    def __init__(self, content):
        try:
            lines = content.decode("utf-8").split("\n")
        except UnicodeDecodeError:
            raise Different("签表不是 UTF-8 / the list is not UTF-8") from None
        check(lines.pop() == "", "签表最后没有换行 / the list does not end with a line feed")
        self.lines = [line.split("\t") for line in lines]
        self.clubs, self.tickets = {}, {}
        for number, fields in enumerate(self.lines, 1):
            for field in fields:
                check(is_plain(field), "签表第 %d 行有不该有的字符 / line %d: not plain text" % (number, number))
        check(self.lines[0] == [LIST], "签表第 1 行应为 %s / the first line should be that" % LIST)
        headings = enumerate(("round", "source", "form", "most"), 1)
        self.name, self.source, self.form, most = [self.heading(*at) for at in headings]
        check(WHOLE_NUMBER.fullmatch(most) and most != "0", "most 应为整数 / most should be a whole number")
        self.most = int(most)
        for number, fields in enumerate(self.lines[5:], 6):
            self.take(number, fields)
        check(self.clubs and self.tickets, "没有社团或没有签 / no club or no ticket")
        digits = 10 ** self.form.count("0") * 16 ** self.form.count("x")
        check(digits >= FEWEST_VALUES, "写法“%s”能取的值太少 / too few values" % self.form)

    def heading(self, place, name):
        fields = self.lines[place] if place < len(self.lines) else []
        check(len(fields) == 2 and fields[0] == name, "签表第 %d 行应为 %s / line %d" % (place + 1, name, place + 1))
        return fields[1]

    def take(self, number, fields):
        wrong = "签表第 %d 行不合格式 / line %d is not as it has to be" % (number, number)
        if fields[0] == "club":
            check(len(fields) >= 4 and not self.tickets and WHOLE_NUMBER.fullmatch(fields[3]), wrong)
            check(rising(fields[4:]) and later(fields[1], self.clubs), wrong)
            self.clubs[fields[1]] = (fields[2], int(fields[3]), set(fields[4:]))
        else:
            check(fields[0] == "ticket" and len(fields) >= 3 and later(fields[1], self.tickets), wrong)
            choices = fields[2:]
            check(set(choices) <= set(self.clubs) and len(set(choices)) == len(choices), wrong)
            self.tickets[fields[1]] = choices


def check(true, otherwise):
    if not true:
        raise Different(otherwise)


def is_plain(field):
    """Say whether it is text without spaces around it, in the one way that Unicode calls NFC, and all of it seen."""
    unseen = [sign for sign in field if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp")]
    return field != "" and field.strip() == field and not unseen and unicodedata.normalize("NFC", field) == field


def rising(names):
    """Say whether each stands after the one before it, as bytes: sorted, and none twice."""
    coded = [name.encode("utf-8") for name in names]
    return all(one < other for one, other in zip(coded, coded[1:]))


def later(name, before):
    """Say whether the name comes after all that were taken before."""
    return not before or rising([next(reversed(before)), name])


# ---- 抽签 the draw ----


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def order_of(tickets, seed):
    """Return the tickets as they are drawn. They stand on pages of a hundred, so that whole pages can be counted by."""
    tickets, drawn = list(tickets), []
    pages = [tickets[start:start + 100] for start in range(0, len(tickets), 100)]
    for k in range(1, len(tickets) + 1):
        place = int(sha256("%d/%s/%d" % (k, seed, k)), 16) % (len(tickets) - len(drawn))
        for page in pages:
            if place < len(page):
                drawn.append(page.pop(place))
                break
            place -= len(page)
    return drawn


def result_of(listed, code, value):
    """Return the lines of the result, drawn anew."""
    seed = sha256("".join(line + "\n" for line in (SEED, code, listed.name, value)))
    free = {club: places for club, (_, places, _) in listed.clubs.items()}
    last = dict.fromkeys(listed.clubs, 0)
    given = {club: [] for club in listed.clubs}
    waiting = {club: [] for club in listed.clubs}
    lines = [[RESULT], ["list", code], ["value", value], ["seed", seed]]
    for number, ticket in enumerate(order_of(listed.tickets, seed), 1):
        line, busy, got = ["ticket", str(number), ticket], {}, 0
        for rank, club in enumerate(listed.tickets[ticket], 1):
            slots = listed.clubs[club][2]
            clashes = sorted(busy[slot] for slot in slots if slot in busy)
            if got == listed.most:
                line.append("enough")
            elif clashes:
                line.append("clash:%d" % clashes[0])
            elif free[club] == 0:
                line.append("full:%d" % last[club])
                waiting[club].append(ticket)
            else:
                line.append("given")
                free[club], last[club], got = free[club] - 1, number, got + 1
                busy.update(dict.fromkeys(slots, rank))
                given[club].append(ticket)
        lines.append(line)
    lines += [["given", club] + given[club] for club in listed.clubs]
    lines += [["waiting", club] + waiting[club] for club in listed.clubs]
    return ["\t".join(line) for line in lines]


def fits(form, value):
    """Say whether the value is written as the form says: 0 a digit, x a hexadecimal digit, # a whole number."""
    signs = {"0": "[0-9]", "x": "[0-9a-f]", "#": "(0|[1-9][0-9]*)"}
    return re.fullmatch("".join(signs.get(sign) or re.escape(sign) for sign in form), value) is not None


# ---- 两个命令 the two commands ----


def tell(mark, chinese, english):
    """Print both; what stands in a file must not be able to steer the screen."""
    for line in ("%s %s" % (mark, chinese), "  %s" % english):
        print("".join(sign if sign.isprintable() else "?" for sign in line))


def seal(record, told):
    """Return the list and its hash, and whether the hash is the one written down, and the one told before."""
    content = record["bare"] if "bare" in record else text_of(record, "list")
    code, fine = hashlib.sha256(content).hexdigest(), True
    written = ((record.get("sha256"), "记录里", "in the record"), (told, "事先公布", "told before"))
    for expected, where, place in written:
        if expected is not None and expected.strip().lower() != code:
            fine = False
            tell("×", "封存码不同：%s的是 %s，算出的是 %s。" % (where, expected, code),
                 "The hash differs: %s %s, worked out %s." % (place, expected, code))
    if fine:
        tell("√", "封存码 %s" % code, "The hash of the list. Compare it with the one published before the draw.")
    return content, code, fine


def show(listed):
    counts = (len(listed.clubs), len(listed.tickets), listed.most)
    tell("·", "%s：%d 个社团，%d 张签，每张签最多 %d 个。" % (listed.name, *counts),
         "%d clubs, %d tickets, at most %d each." % counts)
    tell("·", "公开数值的来源：%s（写法：%s）" % (listed.source, listed.form),
         "Where the public value is read, and how it is written.")


def hash_again(record, told):
    """Say what the list's hash is, and what it is a list of."""
    content, _, fine = seal(record, told)
    show(Listed(content))
    return SAME if fine else DIFFERENT


def verify(record, told, ticket):
    """Draw again, and compare everything."""
    if "bare" in record or "value" not in record:
        raise Unreadable("还没有开奖，请用 hash / no value and no result yet: use hash")
    value, result = record["value"], text_of(record, "result")
    if not isinstance(value, str):
        raise Unreadable("缺少 value / value is missing")
    content, code, fine = seal(record, told)
    listed = Listed(content)
    show(listed)
    check(listed.name == record["round"], "轮次名称与签表不同 / the round's name differs from the list")
    check(listed.source == record["source"], "来源与签表不同 / the source differs from the list")
    check(fits(listed.form, value), "公开数值“%s”不合写法 / the value is not written as agreed" % value)
    tell("·", "公开数值：%s。请与来源公布的核对。" % value, "The public value. Compare it with its source.")
    ours = result_of(listed, code, value)
    fine = compare(ours, result) and fine
    if ticket is not None:
        fine = tell_ticket(listed, ours, ticket) and fine
    return SAME if fine else DIFFERENT


def compare(ours, result):
    """Say whether the result is the same, byte for byte; show the first line that differs."""
    if "".join(line + "\n" for line in ours).encode("utf-8") == result:
        tell("√", "抽签顺序、名额、候补都和记录一致，一字不差。",
             "Order, places and waiting lines are the same, byte for byte.")
        return True
    theirs = result.decode("utf-8").split("\n")
    at = next(at for at in range(len(ours) + 1) if ours[at:at + 1] != theirs[at:at + 1])
    fields = [lines[at].split("\t") if at < len(lines) else [] for lines in (theirs, ours)]
    place = next(place for place in range(max(map(len, fields)) + 1) if fields[0][:place + 1] != fields[1][:place + 1])
    shown = [(field[place:place + 1] or ["没有 none"])[0][:80] for field in fields]
    tell("×", "结果第 %d 行第 %d 项不同：记录里是“%s”，重新抽的是“%s”。" % (at + 1, place + 1, *shown),
         "Line %d, field %d of the result differs: first the record's, then the one drawn again." % (at + 1, place + 1))
    return False


def tell_ticket(listed, ours, ticket):
    """Say what became of the ticket; whether it is there."""
    lines = [line.split("\t") for line in ours]
    mine = [line for line in lines if line[0] == "ticket" and line[2] == ticket]
    if not mine:
        tell("×", "签表里没有签“%s”。" % ticket, "There is no such ticket in the list.")
        return False
    _, number, _, *answers = mine[0]
    waiting = {line[1]: line[2:].index(ticket) + 1 for line in lines if line[0] == "waiting" and ticket in line[2:]}
    tell("·", "签 %s：第 %s 号，共 %d 号。" % (ticket, number, len(listed.tickets)), "Drawn as number %s." % number)
    for rank, (club, answer) in enumerate(zip(listed.tickets[ticket], answers), 1):
        chinese, english = in_words(answer)
        if club in waiting:
            chinese += "，候补第 %d 位" % waiting[club]
            english += "; number %d in the waiting line" % waiting[club]
        tell(" ", "第 %d 志愿“%s”：%s。" % (rank, listed.clubs[club][0], chinese), "Choice %d: %s." % (rank, english))
    return True


def in_words(answer):
    what, _, by = answer.partition(":")
    return {
        "given": ("得到名额", "a place"),
        "enough": ("已得到前面的志愿", "it already had what it may have"),
        "clash": ("与第 %s 志愿时间冲突" % by, "at the same time as choice %s, which it got" % by),
        "full": ("已满，最后一个名额在第 %s 号给出" % by, "full: the last place went to number %s" % by)
        if by != "0" else ("这一轮没有名额", "no places in this round"),
    }[what]


def main(words):
    sys.stdout.reconfigure(errors="replace")
    parser = argparse.ArgumentParser(
        prog="qingfu-draw", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", metavar="hash | verify", required=True)
    for name in ("hash", "verify"):
        command = commands.add_parser(name)
        command.add_argument("file", metavar="FILE")
        command.add_argument("--hash", metavar="CODE", help="事先公布的封存码 / the hash you were told before")
        if name == "verify":
            command.add_argument("--ticket", metavar="T", help="自己的签号 / your ticket")
    asked = parser.parse_args(words)
    try:
        record = read_record(asked.file)
        return hash_again(record, asked.hash) if asked.command == "hash" else verify(record, asked.hash, asked.ticket)
    except Unreadable as problem:
        tell("×", "文件读不了：%s" % problem, "The file cannot be read.")
        return UNREADABLE
    except Different as problem:
        tell("×", str(problem), "Not as it has to be.")
        return DIFFERENT


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""What is no plain workbook is refused before any reader sees it: in a second of work and 64 MB, whatever it is."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

ROOT = Path(__file__).parents[4]
MEGABYTES = 64
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def workbook(**more):
    """Return an .xlsx; `more` are members by name, replaced or added."""
    kept, made = io.BytesIO(), Workbook()
    made.active.append(["姓名", "班级"])
    made.save(kept)
    return repacked(kept.getvalue(), more)


def repacked(content, more):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in more:
                new.writestr(name, old.read(name))
        for name, member in more.items():
            new.writestr(name, member)
    return out.getvalue()


def told_small(content):
    """Return the same zip, whose directory says that everything in it is tiny."""
    out = bytearray(content)
    place = out.find(b"PK\x01\x02")
    while place >= 0:
        out[place + 24:place + 28] = (10).to_bytes(4, "little")
        place = out.find(b"PK\x01\x02", place + 4)
    return bytes(out)


SHEET = "xl/worksheets/sheet1.xml"
FAR = b'<worksheet><sheetData><row r="1048576"><c r="A1048576"/></row></sheetData></worksheet>'
WIDE = b'<worksheet><sheetData><row r="1"><c r="XFD1"/></row></sheetData></worksheet>'
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
REFUSED = {
    "a bomb of one member": (lambda: workbook(**{SHEET: b" " * (100 << 20)}), "xlsx", "展开后太大"),
    "a bomb that lies about its size": (lambda: told_small(workbook(**{SHEET: b"<" + b" " * (100 << 20)})), "xlsx", ""),
    "a thousand members": (lambda: workbook(**{f"xl/{n}.xml": b"<x/>" for n in range(1100)}), "xlsx", "展开后太大"),
    "a cell at the far end": (lambda: workbook(**{SHEET: FAR}), "xlsx", "超出了 20000 行"),
    "a column at the far end": (lambda: workbook(**{SHEET: WIDE}), "xlsx", "200 列"),
    "macros": (lambda: workbook(**{"xl/vbaProject.bin": b"x"}), "xlsx", "宏"),
    "a link to another file": (lambda: workbook(**{"xl/externalLinks/link1.xml": b"<x/>"}), "xlsx", "链接"),
    "entities": (lambda: workbook(**{SHEET: ENTITIES}), "xlsx", "不该出现的内容"),
    "entities in UTF-16": (lambda: workbook(**{SHEET: ENTITIES.decode().encode("utf-16")}), "xlsx", "不是正常"),
    "a way out of the folder": (lambda: workbook(**{"../x.xml": b"<x/>"}), "xlsx", "不是正常"),
    "a zip without a workbook": (lambda: workbook().replace(b"xl/workbook.xml", b"xl/workbooc.xml"), "xlsx", ""),
    "half a zip": (lambda: workbook()[:3000], "xlsx", "损坏"),
    "an .xls called .xlsx": (lambda: OLE + bytes(600), "xlsx", "扩展名不一致"),
    "an .xlsx called .xls": (workbook, "xls", "扩展名不一致"),
    "an .xlsx called .csv": (workbook, "csv", "扩展名不一致"),
    "a locked .xlsx": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "xlsx", "加了密码"),
    "an .xls with macros": (lambda: OLE + "_VBA_PROJECT".encode("utf-16-le"), "xls", "宏"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "xlsx", "图片"),
    "a program": (lambda: b"MZ" + bytes(100), "xls", "程序"),
    "nothing": (lambda: b"", "xlsx", "空的"),
    "too much": (lambda: b"PK\x03\x04" + bytes((8 << 20) + 1), "xlsx", "超过了 8 MB"),
}


def passed_through(content, suffix, tmp_path):
    """Return how the trial ended; the kernel ends one that takes more than a second or 64 MB."""
    file = tmp_path / f"file.{suffix}"
    file.write_bytes(content)
    command = [sys.executable, "-m", "tests.unit.directory.roster.gate_trial", str(file), str(MEGABYTES)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_plain_workbook_is_refused(what, tmp_path):
    content, suffix, said = REFUSED[what]
    ended = passed_through(content(), suffix, tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout
    assert said in ended.stdout


def test_a_plain_workbook_passes(tmp_path):
    ended = passed_through(workbook(), "xlsx", tmp_path)
    assert (ended.returncode, ended.stdout) == (0, ""), ended.stderr

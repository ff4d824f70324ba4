"""Zip gate: an .xlsx unpacked to see what it is, a little at a time, nothing of it kept."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from services.directory.formats.roster.refused import refused

_MOST_MEMBERS, _MOST_UNPACKED, _CHUNK = 1000, 64 * 1024 * 1024, 1 << 16
_MOST_ROWS, _MOST_COLUMNS = 20_000, 200
_MACROS = re.compile(r"vbaProject|vbaData|macrosheets|activeX|\.bin$", re.IGNORECASE)
_HARMLESS_BIN = re.compile(r"printerSettings[0-9]*\.bin$")
_OUTSIDE = re.compile(r"externalLinks/|connections\.xml$|embeddings/", re.IGNORECASE)
_SHEET = re.compile(r"worksheets/[^/]+\.xml$")
_CELL = re.compile(rb'\sr="([A-Z]{1,3})?([0-9]{1,7})"')
_OVERLAP = 64
_CLEAN = "请新建一个工作簿，只把名册的内容粘贴过去（只粘贴数值），另存为 .xlsx 后再上传。"


def check_zip(content: bytes) -> None:
    """Let an .xlsx pass, or raise InvalidRequest: a bomb, macros, links to outside, entities, no workbook at all."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_members(archive)
            _check_contents(archive)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise refused("文件损坏了，无法读取。", "请在 Excel 或 WPS 里打开，另存后再上传。") from None


def _check_members(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    names = [member.filename for member in members]
    if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _MOST_UNPACKED:
        raise refused("文件展开后太大。", _CLEAN)
    if len(set(names)) < len(names) or any(name.startswith("/") or ".." in name or "\\" in name for name in names):
        raise refused("这不是正常的 Excel 文件。", _CLEAN)
    if any(member.flag_bits & 1 for member in members):
        raise refused("文件加了密码，无法读取。", "请去掉打开密码，另存后再上传。")
    if "xl/workbook.xml" not in names:
        raise refused("这不是 Excel 文件。", "请在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”后再上传。")
    if any(_MACROS.search(name) and not _HARMLESS_BIN.search(name) for name in names):
        raise refused("文件里带有宏或控件。", _CLEAN)
    if any(_OUTSIDE.search(name) for name in names):
        raise refused("文件里有到其他文件或数据库的链接。", _CLEAN)


def _check_contents(archive: zipfile.ZipFile) -> None:
    unpacked = 0
    for member in archive.infolist():
        is_xml, is_sheet = member.filename.endswith((".xml", ".rels", ".vml")), _SHEET.search(member.filename)
        for number, part in enumerate(_parts(archive, member)):
            unpacked += len(part)
            if unpacked > _MOST_UNPACKED:
                raise refused("文件展开后太大。", _CLEAN)
            if is_xml:
                _check_xml(part, first=number == 0)
            if is_sheet:
                _check_size(part)


def _parts(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield the member in parts, each with the end of the one before: nothing hides on a border."""
    before = b""
    with archive.open(member) as stream:
        while part := stream.read(_CHUNK):
            yield before + part
            before = part[-_OVERLAP:]


def _check_xml(part: bytes, *, first: bool) -> None:
    if first and not part.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        raise refused("这不是正常的 Excel 文件。", _CLEAN)
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise refused("文件里有不该出现的内容。", _CLEAN)


def _check_size(part: bytes) -> None:
    """Raise for a cell so far out that a reader would hold everything in between as empty cells."""
    for letters, digits in _CELL.findall(part):
        if int(digits) > _MOST_ROWS or _column(letters) > _MOST_COLUMNS:
            raise refused(f"表格超出了 {_MOST_ROWS} 行或 {_MOST_COLUMNS} 列。", _CLEAN)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number

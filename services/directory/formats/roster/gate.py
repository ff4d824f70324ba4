"""Gate: what a file must be before any reader of workbooks sees it; standard library only, in little memory."""

from services.directory.formats.roster.refused import refused
from services.directory.formats.roster.zip_gate import check_zip

LARGEST = 8 * 1024 * 1024
_ZIP, _OLE = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
_OTHERS = {
    b"%PDF": "PDF", b"\x89PNG": "图片", b"\xff\xd8\xff": "图片", b"Rar!": "压缩包", b"7z\xbc\xaf": "压缩包",
    b"MZ": "程序", b"\x7fELF": "程序",
}
_SAVE_AS = "请在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”后再上传。"


def check(content: bytes, suffix: str) -> None:
    """Let the file pass, or raise InvalidRequest with what to do: too large, something else, with macros, locked."""
    if not 0 < len(content) <= LARGEST:
        raise refused(f"文件是空的，或者超过了 {LARGEST >> 20} MB。", "请只留需要的行和列，另存后再上传。")
    for magic, what in _OTHERS.items():
        if content.startswith(magic):
            raise refused(f"这个文件的内容是{what}，不是表格。", _SAVE_AS)
    if suffix in ("csv", "tsv"):
        _check_text(content)
    elif suffix == "xlsx":
        _check_xlsx(content)
    else:
        _check_old(content)


def _check_text(content: bytes) -> None:
    if content.startswith((_ZIP, _OLE)) or (b"\x00" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff"))):
        raise refused("这个文件的内容和它的扩展名不一致。", _SAVE_AS)


def _check_xlsx(content: bytes) -> None:
    if content.startswith(_OLE):
        locked = _named("EncryptedPackage") in content
        raise refused("文件加了密码，无法读取。" if locked else "这个文件的内容和它的扩展名不一致。",
                      "请去掉打开密码，另存后再上传。" if locked else _SAVE_AS)
    if not content.startswith(_ZIP):
        raise refused("这个文件的内容和它的扩展名不一致。", _SAVE_AS)
    check_zip(content)


def _check_old(content: bytes) -> None:
    if not content.startswith(_OLE):
        raise refused("这个文件的内容和它的扩展名不一致。", _SAVE_AS)
    if _named("_VBA_PROJECT") in content or _named("Macros") in content:
        raise refused("文件里带有宏。", _SAVE_AS)
    if _named("EncryptedPackage") in content:
        raise refused("文件加了密码，无法读取。", "请去掉打开密码，另存后再上传。")


def _named(entry: str) -> bytes:
    return entry.encode("utf-16-le")

"""Trust: which authorities' certificates are believed: those in the operator's file, or else the system's."""

import ssl
from pathlib import Path

from plumbing import settings
from plumbing.untrusted import Untrusted

_SYSTEMS = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem")
"""Debian's, Red Hat's, and Alpine's, for a library that was built elsewhere and looks for them there."""


def file() -> str:
    """Return the file of the authorities, which every library of ours is given. Raises Untrusted without one."""
    told = settings.ca_file()
    if told and not Path(told).is_absolute():
        raise Untrusted(
            f"QINGFU_CA_FILE 不是完整的路径：{told}", "写成以 / 开头的路径",
            f"QINGFU_CA_FILE must be an absolute path, and is {told}.",
        )
    if told:
        return told
    for known in (ssl.get_default_verify_paths().cafile, *_SYSTEMS):
        if known and Path(known).is_file():
            return known
    raise Untrusted(
        "这台机器上没有系统信任的证书", "装上 ca-certificates，或用 QINGFU_CA_FILE 说出 CA 证书在哪个文件",
        "This machine has no trusted certificates: install ca-certificates, or name a file in QINGFU_CA_FILE.",
    )


def context() -> ssl.SSLContext:
    """Return what checks a server's certificate and its name. Raises Untrusted where the file cannot be used."""
    name = file()
    try:
        return ssl.create_default_context(cafile=name)
    except OSError as problem:
        raise Untrusted(
            f"CA 证书文件 {name} 不能读，或里面没有证书（PEM）", "请检查 QINGFU_CA_FILE，和文件的权限",
            f"{name} cannot be read or holds no certificate (PEM): check QINGFU_CA_FILE and the file's permissions.",
        ) from problem

"""Authority: whoever signs servers' certificates, in a test."""

from datetime import timedelta
from ipaddress import ip_address

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from plumbing import clock

_DAY = timedelta(days=1)
_SIGNS = {
    "digital_signature": True, "content_commitment": False, "key_encipherment": False, "data_encipherment": False,
    "key_agreement": False, "key_cert_sign": True, "crl_sign": True, "encipher_only": False, "decipher_only": False,
}  # fmt: skip


class Authority:
    """An authority with a key of its own; `file` holds its certificate, for whoever is to believe it."""

    def __init__(self, folder, name):
        self._folder, self._name = folder, x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self._key = ec.generate_private_key(ec.SECP256R1())
        signed = self._about(self._name, self._key.public_key(), days=30)
        signed = signed.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        signed = signed.add_extension(x509.KeyUsage(**_SIGNS), critical=True)
        self.file = folder / f"{name}.pem"
        self.file.write_bytes(_pem(self._sign(signed)))

    def certify(self, host, *, days=30):
        """Return the certificate of a server with this name, and its key, both as text; `days` may be past."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a server")])
        alternative = x509.IPAddress(ip_address(host)) if host[0].isdigit() else x509.DNSName(host)
        signed = self._about(name, key.public_key(), days=days)
        signed = signed.add_extension(x509.SubjectAlternativeName([alternative]), critical=False)
        plain = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return _pem(self._sign(signed)).decode(), plain.decode()

    def _about(self, subject, public_key, *, days):
        ends = real_now() + days * _DAY
        above = self._key.public_key()
        return (
            x509.CertificateBuilder().subject_name(subject).issuer_name(self._name).public_key(public_key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(min(real_now(), ends) - _DAY).not_valid_after(ends)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(above), critical=False)
        )  # fmt: skip

    def _sign(self, about):
        return about.sign(self._key, hashes.SHA256())


def real_now():
    """Return the machine's time: certificates know no other, wherever the suite's clock is set to."""
    return clock.now() - timedelta(seconds=clock.offset_seconds())


def _pem(certificate):
    return certificate.public_bytes(serialization.Encoding.PEM)

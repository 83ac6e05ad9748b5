"""TLS for both ends: a certificate for this machine, made on first use, and a client that verifies.

The certificate is for localhost, 127.0.0.1 and ::1, signed by its own key, good for a year and made anew in its last
month. Key and certificate stand in one file that only its owner can read, so that one replacement changes both;
`localhost.crt` beside it is the certificate alone, for those who are to trust it (`SSL_CERT_FILE=.../localhost.crt`).
"""

from __future__ import annotations

import os
import ssl
import tempfile
from asyncio.sslproto import SSLProtocol
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Final

NAME: Final = "localhost"
ADDRESSES: Final = ("127.0.0.1", "::1")
"""What the certificate is good for."""

LIFETIME: Final = timedelta(days=365)
REMAINING: Final = timedelta(days=30)
"""A certificate that ends sooner than this is made anew."""

SSLProtocol.max_size = 64 * 1024
"""How many bytes asyncio sets aside for reading in each connection; it would take four times as many."""

BOTH: Final = "localhost.pem"
ALONE: Final = "localhost.crt"


def data_folder() -> Path:
    """Where this user's certificate is kept."""
    from platformdirs import user_data_path  # noqa: PLC0415 - for TLS only

    return user_data_path("websocket-101") / "tls"


def server_context(folder: Path, now: datetime | None = None) -> ssl.SSLContext:
    """A server's context with the certificate in `folder`, made first if there is none that holds. Raises OSError."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    context.load_cert_chain(certificate(folder, now))
    return context


def client_context(*, insecure: bool = False) -> ssl.SSLContext:
    """A client's context: the system's authorities and SSL_CERT_FILE are trusted, or with `insecure` anyone."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    if insecure:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def certificate(folder: Path, now: datetime | None = None) -> Path:
    """The file with key and certificate; made, if there is none or it ends soon. Raises OSError."""
    now = now or datetime.now(UTC)
    path = folder / BOTH
    if not _holds(path, now):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        both, alone = make(now)
        _replace(path, both, 0o600)
        _replace(folder / ALONE, alone, 0o644)
    return path


def make(now: datetime, host: str = NAME) -> tuple[bytes, bytes]:
    """A fresh key with its certificate for `host` and this machine's addresses, and the certificate alone, as PEM."""
    from cryptography import x509  # noqa: PLC0415 - slow to import, and needed once a year
    from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415  # most connections have no TLS
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415  # most connections have no TLS
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID  # noqa: PLC0415  # most connections have no TLS

    key = ec.generate_private_key(ec.SECP256R1())
    public = key.public_key()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "WebSocket 101 on this machine")])
    names = [x509.DNSName(host), *(x509.IPAddress(ip_address(each)) for each in ADDRESSES)]
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    identifier = x509.SubjectKeyIdentifier.from_public_key(public)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + LIFETIME)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(identifier, critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier), critical=False)
        .sign(key, hashes.SHA256())
    )
    alone = signed.public_bytes(serialization.Encoding.PEM)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private + alone, alone


def _holds(path: Path, now: datetime) -> bool:
    """Whether there is a certificate with its key that has long enough to go."""
    from cryptography import x509  # noqa: PLC0415  # most connections have no TLS

    try:
        data = path.read_bytes()
        signed = x509.load_pem_x509_certificate(data)
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(path)
    except (FileNotFoundError, ValueError, ssl.SSLError):
        return False
    return signed.not_valid_before_utc <= now < signed.not_valid_after_utc - REMAINING


def _replace(path: Path, data: bytes, mode: int) -> None:
    """Put `data` in the place of the file, whole or not at all; nobody else can read it in between."""
    handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(fresh).chmod(mode)
        Path(fresh).replace(path)
    except BaseException:
        Path(fresh).unlink(missing_ok=True)
        raise

"""The workspace's own key, which signs each package: Ed25519, made when it is first needed."""

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from monitor.errors import WorkFailedError
from monitor.plain_files import read_file

PRIVATE, PUBLIC = "signing-key.pem", "public-key.pem"
MOST_BYTES = 10_000

Sign = Callable[[bytes], bytes]


def signer(folder: Path) -> Sign:
    """Signs with the key of an evidence folder. Raises WorkFailedError for none."""
    path = folder / PRIVATE
    try:
        key = load_pem_private_key(read_file(path, MOST_BYTES), password=None)
    except (OSError, ValueError, UnsupportedAlgorithm) as failure:
        raise WorkFailedError(
            f"{path}: cannot be used: {failure}; put the workspace's own key back, or begin another evidence folder"
        ) from failure
    if not isinstance(key, Ed25519PrivateKey):
        raise WorkFailedError(f"{path}: is no Ed25519 key; put the workspace's own key back")
    if not is_pair(folder):
        raise WorkFailedError(f"{path}: is not the key of {PUBLIC}; put the workspace's own keys back")
    return key.sign


def make(folder: Path, begin: Callable[[Sign], None]) -> None:
    """Make the key of a new folder. `begin` begins what it signs; the private key is written last, as all is there."""
    key = Ed25519PrivateKey.generate()
    folder.mkdir(parents=True, exist_ok=True)
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    begin(key.sign)
    _write(folder / PUBLIC, public, 0o644)
    _write(folder / PRIVATE, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), 0o600)


def verifier(folder: Path) -> Callable[[bytes, bytes], bool]:
    """Whether a signature (first) is the workspace's, of a content (second). Raises WorkFailedError without a key."""
    key = _public(folder)

    def check(signature: bytes, content: bytes) -> bool:
        try:
            key.verify(signature, content)
        except InvalidSignature:
            return False
        return True

    return check


def fingerprint(folder: Path) -> str:
    """The SHA-256 of the public key as DER, by which people know it. Raises WorkFailedError without a key."""
    return hashlib.sha256(_public(folder).public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()


def is_pair(folder: Path) -> bool:
    """Whether the private key of an evidence folder is the one of its public key."""
    try:
        content = read_file(folder / PRIVATE, MOST_BYTES)
        key = load_pem_private_key(content, password=None)
        public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        written = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return (public, written) == (read_file(folder / PUBLIC, MOST_BYTES), content)
    except (OSError, ValueError, UnsupportedAlgorithm, WorkFailedError):
        return False


def exposed(folder: Path) -> str:
    """Why others than its owner may use the private key of an evidence folder; empty where nobody may, or none is.

    Whose key can be read by others cannot say that nobody else sealed with it.
    """
    try:
        found = (folder / PRIVATE).stat(follow_symlinks=False)
    except OSError:
        return ""
    if mode := stat.S_IMODE(found.st_mode) & 0o077:
        return (
            f"{folder / PRIVATE} may be used by other accounts of this machine (mode {mode:03o} beyond its owner's), "
            f"so they could seal as you; run: chmod 600 {folder / PRIVATE}"
        )
    if found.st_uid == 0:
        return (
            f"{folder / PRIVATE} is root's, as the monitor runs as root: any program with that account could seal as "
            "you; run it as an account of its own, which owns the evidence folder"
        )
    return ""


def _public(folder: Path) -> Ed25519PublicKey:
    path = folder / PUBLIC
    try:
        content = read_file(path, MOST_BYTES)
        key = load_pem_public_key(content)
    except (OSError, ValueError, UnsupportedAlgorithm, WorkFailedError) as failure:
        raise WorkFailedError(
            f"{path}: cannot be read: {failure}; copy it from where the evidence was made"
        ) from failure
    if not isinstance(key, Ed25519PublicKey):
        raise WorkFailedError(f"{path}: is no Ed25519 key; copy it from where the evidence was made")
    if key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo) != content:
        raise WorkFailedError(f"{path}: was changed; copy it from where the evidence was made")
    return key


def _write(path: Path, content: bytes, mode: int) -> None:
    """Write a file anew; what a killed process left of it is replaced."""
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode)
    try:
        os.write(handle, content)
        os.fsync(handle)
    finally:
        os.close(handle)

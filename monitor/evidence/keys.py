"""The workspace's own key, which signs each package: Ed25519, made when it is first needed."""

import os
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

PRIVATE, PUBLIC = "signing-key.pem", "public-key.pem"


def signer(folder: Path) -> Callable[[bytes], bytes]:
    """Signs with the key of an evidence folder, which is made where there is none. Raises WorkFailedError."""
    path = folder / PRIVATE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _make(folder)
        key = load_pem_private_key(path.read_bytes(), password=None)
        if not isinstance(key, Ed25519PrivateKey):
            raise WorkFailedError(f"{path}: is no Ed25519 key; put the workspace's own key back")
        public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        if not (folder / PUBLIC).exists():
            (folder / PUBLIC).write_bytes(public)
    except (OSError, ValueError, UnsupportedAlgorithm) as failure:
        raise WorkFailedError(f"{path}: cannot be used: {failure}") from failure
    return key.sign


def verifier(folder: Path) -> Callable[[bytes, bytes], bool]:
    """Whether a signature (first) is the workspace's, of a content (second). Raises WorkFailedError without a key."""
    path = folder / PUBLIC
    try:
        content = path.read_bytes()
        key = load_pem_public_key(content)
    except (OSError, ValueError, UnsupportedAlgorithm) as failure:
        raise WorkFailedError(
            f"{path}: cannot be read: {failure}; copy it from where the evidence was made"
        ) from failure
    if not isinstance(key, Ed25519PublicKey):
        raise WorkFailedError(f"{path}: is no Ed25519 key; copy it from where the evidence was made")
    if key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo) != content:
        raise WorkFailedError(f"{path}: was changed; copy it from where the evidence was made")

    def check(signature: bytes, content: bytes) -> bool:
        try:
            key.verify(signature, content)
        except InvalidSignature:
            return False
        return True

    return check


def is_pair(folder: Path) -> bool:
    """Whether the private key of an evidence folder is the one of its public key."""
    try:
        content = (folder / PRIVATE).read_bytes()
        key = load_pem_private_key(content, password=None)
        public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        written = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return (public, written) == ((folder / PUBLIC).read_bytes(), content)
    except (OSError, ValueError, UnsupportedAlgorithm):
        return False


def _make(folder: Path) -> None:
    """Write a new key whole; the first of two processes wins."""
    key = Ed25519PrivateKey.generate()
    work = folder / f".making-{PRIVATE}.{os.getpid()}"
    handle = os.open(work, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(handle, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        os.fsync(handle)
    finally:
        os.close(handle)
    try:
        os.link(work, folder / PRIVATE)
    except FileExistsError:
        pass
    finally:
        work.unlink()

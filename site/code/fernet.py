"""The third stage: a token that is encrypted and signed.

Weak on purpose, as lab/stages/fernet.ts says.
"""

from base64 import urlsafe_b64encode
from hashlib import sha256

from cryptography.fernet import Fernet


def derive_key(password: str) -> bytes:
    return urlsafe_b64encode(sha256(password.encode()).digest())


def encrypt(message: str, key: bytes) -> bytes:
    return Fernet(key).encrypt(message.encode())


def decrypt(token: bytes, key: bytes) -> str:
    return Fernet(key).decrypt(token).decode()

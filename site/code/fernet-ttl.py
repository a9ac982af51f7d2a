"""The fourth stage: the same token as the third, and a receiver that looks at its clock.

Weak on purpose, as lab/stages/fernet.ts and fernet-ttl.ts say.
"""

from base64 import urlsafe_b64encode
from hashlib import sha256
from time import time

from cryptography.fernet import Fernet

TTL = 30  # seconds


def derive_key(password: str) -> bytes:
    return urlsafe_b64encode(sha256(password.encode()).digest())


def encrypt(message: str, key: bytes) -> bytes:
    return Fernet(key).encrypt_at_time(message.encode(), int(time()))


def decrypt(token: bytes, key: bytes) -> str:
    return Fernet(key).decrypt_at_time(token, TTL, int(time())).decode()

"""Find the flaw: each of two clients draws a salt, and keeps it to itself."""

import os
from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt


def keys_for(password: str, agreed_salt: bytes) -> Fernet:
    salt = os.urandom(16)
    kdf = Scrypt(salt, 32, n=2**15, r=8, p=1)
    derived = kdf.derive(password.encode())
    return Fernet(urlsafe_b64encode(derived))


def keys_for_repaired(password: str, agreed_salt: bytes) -> Fernet:
    salt = agreed_salt
    kdf = Scrypt(salt, 32, n=2**15, r=8, p=1)
    derived = kdf.derive(password.encode())
    return Fernet(urlsafe_b64encode(derived))

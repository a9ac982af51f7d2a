"""Find the flaw: a derivation that costs whoever guesses next to nothing. Weak on purpose, as lab/flaws/ says."""

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC


def key_of(password: str, salt: bytes) -> bytes:
    iterations = 1_000
    length = 16
    kdf = PBKDF2HMAC(hashes.SHA256(), length, salt, iterations)
    return kdf.derive(password.encode())


def key_of_repaired(password: str, salt: bytes) -> bytes:
    iterations = 480_000
    length = 16
    kdf = PBKDF2HMAC(hashes.SHA256(), length, salt, iterations)
    return kdf.derive(password.encode())

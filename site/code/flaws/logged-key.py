"""Find the flaw: a line of the log that outlives the secret in it. Weak on purpose, as lab/flaws/ says."""

import logging
from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

log = logging.getLogger("ChatClient")


def connect(password: str, salt: bytes) -> Fernet:
    kdf = Scrypt(salt, 32, n=2**15, r=8, p=1)
    key = urlsafe_b64encode(kdf.derive(password.encode()))
    log.debug("key is %s", key.decode())
    return Fernet(key)


def connect_repaired(password: str, salt: bytes) -> Fernet:
    kdf = Scrypt(salt, 32, n=2**15, r=8, p=1)
    key = urlsafe_b64encode(kdf.derive(password.encode()))
    log.debug("key is ready")
    return Fernet(key)

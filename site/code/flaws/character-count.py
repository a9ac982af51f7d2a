"""Find the flaw: a padding by hand, for which the characters of the text are counted."""

import os

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def send(text: str, key: bytes) -> tuple[bytes, bytes]:
    data = text.encode()
    missing = 16 - len(text) % 16
    padding = bytes([missing]) * missing
    iv = os.urandom(16)
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    return iv, encryptor.update(data + padding) + encryptor.finalize()


def send_repaired(text: str, key: bytes) -> tuple[bytes, bytes]:
    data = text.encode()
    missing = 16 - len(data) % 16
    padding = bytes([missing]) * missing
    iv = os.urandom(16)
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    return iv, encryptor.update(data + padding) + encryptor.finalize()

"""Find the flaw: a counter block that is drawn once, for all messages of a sender. Weak on purpose, as lab/flaws/ says."""

import os
from collections.abc import Callable

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

Sender = Callable[[str], tuple[bytes, bytes]]


def sender(key: bytes) -> Sender:
    block = os.urandom(16)

    def send(text: str) -> tuple[bytes, bytes]:
        encryptor = Cipher(algorithms.AES(key), modes.CTR(block)).encryptor()
        return block, encryptor.update(text.encode())

    return send


def sender_repaired(key: bytes) -> Sender:
    def send(text: str) -> tuple[bytes, bytes]:
        block = os.urandom(16)
        encryptor = Cipher(algorithms.AES(key), modes.CTR(block)).encryptor()
        return block, encryptor.update(text.encode())

    return send

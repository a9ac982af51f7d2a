"""The fifth stage: AES-256-GCM bound to its room and sender, and a receiver that remembers.

Two more refusals are in lab/stages/aead.ts alone: of too many new salts, and of what comes back to its author.
"""

import os
from functools import cache
from itertools import count

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

SALT, COUNTER, HIGHEST = os.urandom(16), count(1), {}  # one session


@cache
def cipher(password: str, salt: bytes) -> AESGCM:
    return AESGCM(Scrypt(salt, 32, n=2**15, r=8, p=1).derive(password.encode()))


def bound_to(head: bytes, *names: str) -> bytes:
    sized = [len(name.encode()).to_bytes(2, "big") + name.encode() for name in names]
    return head[:1] + b"".join(sized) + head[1:]


def encrypt(message: str, password: str, room: str, sender: str) -> bytes:
    head, nonce = b"\x01" + SALT + next(COUNTER).to_bytes(8, "big"), os.urandom(12)
    aad = bound_to(head, room, sender)
    return head + nonce + cipher(password, SALT).encrypt(nonce, message.encode(), aad)


def decrypt(token: bytes, password: str, room: str, sender: str) -> str:
    head, nonce, sealed = token[:25], token[25:37], token[37:]
    salt, counter = head[1:17], int.from_bytes(head[17:], "big")
    message = cipher(password, salt).decrypt(nonce, sealed, bound_to(head, room, sender))
    if counter <= HIGHEST.get((sender, salt), 0):
        raise InvalidTag
    HIGHEST[sender, salt] = counter
    return message.decode()

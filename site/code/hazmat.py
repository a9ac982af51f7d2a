"""The second stage: AES-128-CTR put together by hand, with a key made by PBKDF2.

Weak on purpose, as lab/stages/hazmat.ts says.
"""

import os

from cryptography.hazmat.primitives import hashes, padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC


def derive_key(password: str) -> bytes:
    salt = b"tp-chat-chiffre!"
    return PBKDF2HMAC(hashes.SHA256(), 16, salt, 480_000).derive(password.encode())


def encrypt(message: str, key: bytes) -> tuple[bytes, bytes]:
    counter_block = os.urandom(16)
    padder = padding.PKCS7(128).padder()
    padded = padder.update(message.encode()) + padder.finalize()
    encryptor = Cipher(algorithms.AES(key), modes.CTR(counter_block)).encryptor()
    return counter_block, encryptor.update(padded) + encryptor.finalize()


def decrypt(token: tuple[bytes, bytes], key: bytes) -> str:
    counter_block, ciphertext = token
    decryptor = Cipher(algorithms.AES(key), modes.CTR(counter_block)).decryptor()
    padded = decryptor.update(ciphertext) + decryptor.finalize()
    unpadder = padding.PKCS7(128).unpadder()
    return (unpadder.update(padded) + unpadder.finalize()).decode()

"""Find the flaw: an expiry date that stands before the token, where nothing signs it. Weak on purpose, as lab/flaws/ says."""

from cryptography.fernet import Fernet, InvalidToken

TTL = 30  # seconds


def receive(letter: str, key: bytes, now: int) -> str:
    prefix, token = letter.split(":")
    plaintext = Fernet(key).decrypt(token)
    expiry = int(prefix)
    if now > expiry:
        raise InvalidToken
    return plaintext.decode()


def receive_repaired(letter: str, key: bytes, now: int) -> str:
    prefix, token = letter.split(":")
    plaintext = Fernet(key).decrypt(token)
    expiry = Fernet(key).extract_timestamp(token) + TTL
    if now > expiry:
        raise InvalidToken
    return plaintext.decode()

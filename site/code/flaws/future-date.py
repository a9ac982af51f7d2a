"""Find the flaw: a token that carries the date at which it is meant to end. Weak on purpose, as lab/flaws/ says."""

from cryptography.fernet import Fernet

TTL = 30  # seconds


def send(text: str, key: bytes, now: int) -> bytes:
    date = now + TTL
    return Fernet(key).encrypt_at_time(text.encode(), date)


def send_repaired(text: str, key: bytes, now: int) -> bytes:
    date = now
    return Fernet(key).encrypt_at_time(text.encode(), date)


def receive(token: bytes, key: bytes, now: int) -> str:
    plaintext = Fernet(key).decrypt_at_time(token, TTL, now)
    return plaintext.decode()

"""Find the flaw: to try a message that is 45 s old, the time to live was shortened."""

from cryptography.fernet import Fernet

TTL = 30  # seconds


def receive(token: bytes, key: bytes, now: int) -> str:
    ttl = TTL - 45
    plaintext = Fernet(key).decrypt_at_time(token, ttl, now)
    return plaintext.decode()


def receive_repaired(token: bytes, key: bytes, now: int) -> str:
    ttl = TTL
    plaintext = Fernet(key).decrypt_at_time(token, ttl, now)
    return plaintext.decode()

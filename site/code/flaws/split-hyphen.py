"""Find the flaw: an expiry date joined to the text by a sign that a text may hold itself."""

from cryptography.fernet import Fernet, InvalidToken

TTL = 30  # seconds


def send(text: str, key: bytes, now: int) -> bytes:
    dated = f"{text}-{now + TTL}"
    return Fernet(key).encrypt(dated.encode())


def receive(token: bytes, key: bytes, now: int) -> str:
    dated = Fernet(key).decrypt(token).decode()
    text, expiry = dated.split("-")
    if now > int(expiry):
        raise InvalidToken
    return text


def receive_repaired(token: bytes, key: bytes, now: int) -> str:
    dated = Fernet(key).decrypt(token).decode()
    text, expiry = dated.rsplit("-", 1)
    if now > int(expiry):
        raise InvalidToken
    return text

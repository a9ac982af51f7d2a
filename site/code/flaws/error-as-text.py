"""Find the flaw: an error that comes back as if it were a message."""

from cryptography.fernet import Fernet, InvalidToken


def receive(token: bytes, key: bytes) -> str | None:
    try:
        return Fernet(key).decrypt(token).decode()
    except InvalidToken:
        return "InvalidToken"


def receive_repaired(token: bytes, key: bytes) -> str | None:
    try:
        return Fernet(key).decrypt(token).decode()
    except InvalidToken:
        return None

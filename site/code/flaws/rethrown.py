"""Find the flaw: a loop that notes an error, and then ends with it. Weak on purpose, as lab/flaws/ says."""

from collections.abc import Callable, Iterable

from cryptography.fernet import Fernet, InvalidToken

Tell = Callable[[object], None]


def show_all(tokens: Iterable[bytes], key: bytes, show: Tell, log: Tell) -> None:
    for token in tokens:
        try:
            show(Fernet(key).decrypt(token).decode())
        except InvalidToken as error:
            log(error)
            raise


def show_all_repaired(tokens: Iterable[bytes], key: bytes, show: Tell, log: Tell) -> None:
    for token in tokens:
        try:
            show(Fernet(key).decrypt(token).decode())
        except InvalidToken as error:
            log(error)

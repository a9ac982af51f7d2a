"""The first stage: no protection at all, on purpose."""


def derive_key(password: str) -> None:
    return None


def encrypt(message: str, key: None) -> str:
    return message


def decrypt(token: str, key: None) -> str:
    return token

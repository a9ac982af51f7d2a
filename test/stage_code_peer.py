"""Answers JSON lines with the workbook's Python, site/code/: one session of one stage, as a student would run it."""

import json
import runpy
import sys
from base64 import b64decode, b64encode

from cryptography.exceptions import InvalidTag
from cryptography.fernet import InvalidToken

stage, password = sys.argv[1:]
code = runpy.run_path(f"site/code/{stage}.py")
# The fifth stage makes its keys of each session's salt, so it is given the password.
key = password if stage == "aead" else code["derive_key"](password)


def to_json(token):
    if isinstance(token, bytes):
        return {"b64": b64encode(token).decode()}
    return token if isinstance(token, str) else [to_json(part) for part in token]


def from_json(token):
    if isinstance(token, dict):
        return b64decode(token["b64"])
    return token if isinstance(token, str) else tuple(from_json(part) for part in token)


for line in sys.stdin:
    case = json.loads(line)
    names = case.get("names", [])
    try:
        if "message" in case:
            answer = {"token": to_json(code["encrypt"](case["message"], key, *names))}
        else:
            answer = {"message": code["decrypt"](from_json(case["token"]), key, *names)}
    except (InvalidToken, InvalidTag, ValueError) as error:  # ValueError: the padding, or what is no UTF-8
        answer = {"refused": type(error).__name__}
    print(json.dumps(answer))

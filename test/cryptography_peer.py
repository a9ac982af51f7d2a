"""Answers JSON lines with Python's `cryptography`: the peer that the lab's bytes are held against."""

import base64
import json
import sys

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives import hashes, padding
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt


def fernet_encrypt(case):
    token = Fernet(case["key"]).encrypt_at_time(base64.b64decode(case["data_b64"]), case["time"])
    return {"token": token.decode()}


def fernet_decrypt(case):
    token = case["token"].encode()
    if case.get("ttl") is None:
        plaintext = Fernet(case["key"]).decrypt(token)
    else:
        plaintext = Fernet(case["key"]).decrypt_at_time(token, case["ttl"], case["now"])
    return {"plaintext_b64": base64.b64encode(plaintext).decode()}


def ctr(case):
    return Cipher(algorithms.AES(bytes.fromhex(case["key"])), modes.CTR(bytes.fromhex(case["iv"])))


def ctr_pkcs7_encrypt(case):
    padder = padding.PKCS7(128).padder()
    padded = padder.update(bytes.fromhex(case["msg"])) + padder.finalize()
    encryptor = ctr(case).encryptor()
    return {"out": (encryptor.update(padded) + encryptor.finalize()).hex()}


def ctr_pkcs7_decrypt(case):
    decryptor = ctr(case).decryptor()
    padded = decryptor.update(bytes.fromhex(case["msg"])) + decryptor.finalize()
    unpadder = padding.PKCS7(128).unpadder()
    return {"out": (unpadder.update(padded) + unpadder.finalize()).hex()}


def pbkdf2(case):
    kdf = PBKDF2HMAC(hashes.SHA256(), case["len"], bytes.fromhex(case["iv"]), case["iter"])
    return {"out": kdf.derive(bytes.fromhex(case["key"])).hex()}


def gcm_encrypt(case):
    cipher = AESGCM(bytes.fromhex(case["key"]))
    return {"out": cipher.encrypt(*(bytes.fromhex(case[name]) for name in ("iv", "msg", "aad"))).hex()}


def gcm_decrypt(case):
    cipher = AESGCM(bytes.fromhex(case["key"]))
    return {"out": cipher.decrypt(*(bytes.fromhex(case[name]) for name in ("iv", "msg", "aad"))).hex()}


def scrypt(case):
    kdf = Scrypt(bytes.fromhex(case["iv"]), case["len"], case["n"], case["r"], case["p"])
    return {"out": kdf.derive(bytes.fromhex(case["key"])).hex()}


OPS = {
    op.__name__: op
    for op in (
        fernet_encrypt,
        fernet_decrypt,
        ctr_pkcs7_encrypt,
        ctr_pkcs7_decrypt,
        pbkdf2,
        gcm_encrypt,
        gcm_decrypt,
        scrypt,
    )
}

for line in sys.stdin:
    case = json.loads(line)
    try:
        answer = {"id": case["id"], "ok": True, **OPS[case["op"]](case)}
    except (InvalidToken, InvalidTag):
        answer = {"id": case["id"], "ok": False, "error": "InvalidToken"}
    except ValueError:  # "Invalid padding bytes."
        answer = {"id": case["id"], "ok": False, "error": "InvalidToken"}
    print(json.dumps(answer))

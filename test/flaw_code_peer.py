"""Runs the Python of every card of "find the flaw" through the trials of lab/flaws/, and tells what became of each.

Prints one JSON object: for each card, a list of pairs, the flawed code's outcome and the repaired one's.
"""

import json
import logging
import os
import runpy
from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

NOW = 1_800_000_000
KEY = urlsafe_b64encode(os.urandom(32))


def code_of(card, name):
    code = runpy.run_path(f"site/code/flaws/{card}.py")
    return code[name], code[f"{name}_repaired"], code


def outcome(receive, *given):
    try:
        text = receive(*given)
    except InvalidToken:
        return {"is": "refused"}
    except ValueError:
        return {"is": "failed"}
    return {"is": "refused"} if text is None else {"is": "shown", "text": text}


def future_date():
    send, send_repaired, code = code_of("future-date", "send")
    tokens = [seal("vire 100 €", KEY, NOW) for seal in (send, send_repaired)]
    return [[outcome(code["receive"], token, KEY, NOW + age) for token in tokens] for age in (20, 40, 59, 70, 95)]


def short_ttl():
    receive, repaired, _ = code_of("short-ttl", "receive")
    tokens = [Fernet(KEY).encrypt_at_time(b"rdv 14h", NOW - age) for age in (2, 20, 45)]
    return [[outcome(one, token, KEY, NOW) for one in (receive, repaired)] for token in tokens]


def clear_expiry():
    receive, repaired, _ = code_of("clear-expiry", "receive")
    token = Fernet(KEY).encrypt_at_time("vire 100 €".encode(), NOW).decode()
    trials = [(20, NOW + 30), (40, NOW + 30), (40, NOW + 60), (3600, NOW + 7200)]
    return [
        [outcome(one, f"{date}:{token}", KEY, NOW + age) for one in (receive, repaired)]
        for age, date in trials
    ]


def split_hyphen():
    receive, repaired, code = code_of("split-hyphen", "receive")
    trials = [("rdv 14h", 5), ("rdv 14h", 40), ("rdv peut-être 14h", 5), ("rdv peut-être 14h", 40)]
    return [
        [outcome(one, code["send"](text, KEY, NOW), KEY, NOW + age) for one in (receive, repaired)]
        for text, age in trials
    ]


def fixed_block():
    sender, repaired, _ = code_of("fixed-block", "sender")
    texts = ["rdv 14h, quai 3", "vire 80 à Zoé"]
    xor = lambda a, b: bytes(x ^ y for x, y in zip(a, b))
    of_texts = xor(*(text.encode() for text in texts)).hex()

    def of_ciphertexts(make):
        send = make(os.urandom(16))
        return xor(*(send(text)[1] for text in texts)).hex()

    return [[of_ciphertexts(make) == of_texts for make in (sender, repaired)]]


def unsent_salt():
    keys_for, repaired, _ = code_of("unsent-salt", "keys_for")
    salt = os.urandom(16)

    def meet(make):
        token = make("soleil", salt).encrypt(b"rdv 14h")
        return outcome(lambda: make("soleil", salt).decrypt(token).decode())

    return [[meet(keys_for), meet(repaired)]]


def few_iterations():
    key_of, repaired, _ = code_of("few-iterations", "key_of")
    return [[one("soleil", bytes(16)).hex() for one in (key_of, repaired)]]


def character_count():
    send, repaired, _ = code_of("character-count", "send")
    key = os.urandom(16)

    def received(seal, text):
        iv, ciphertext = seal(text, key)
        decryptor, unpadder = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor(), padding.PKCS7(128).unpadder()
        return (unpadder.update(decryptor.update(ciphertext)) + unpadder.finalize()).decode()

    return [
        [outcome(received, seal, text) for seal in (send, repaired)]
        for text in ("rdv 14h", "rdv à 14h", "vire 100 €")
    ]


def logged_key():
    connect, repaired, _ = code_of("logged-key", "connect")
    lines = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())
    logging.getLogger("ChatClient").addHandler(handler)
    logging.getLogger("ChatClient").setLevel(logging.DEBUG)
    token = connect("soleil", bytes(16)).encrypt(b"rdv 14h")
    repaired("soleil", bytes(16))
    return [[outcome(lambda line=line: Fernet(line.split()[-1]).decrypt(token).decode()) for line in lines]]


def error_as_text():
    receive, repaired, _ = code_of("error-as-text", "receive")
    tokens = [Fernet(KEY).encrypt(b"rdv 14h"), b"gAAAAA", Fernet(KEY).encrypt(b"InvalidToken")]
    return [[outcome(one, token, KEY) for one in (receive, repaired)] for token in tokens]


def rethrown():
    show_all, repaired, _ = code_of("rethrown", "show_all")
    tokens = [Fernet(KEY).encrypt(b"rdv 14h"), b"gAAAAA", Fernet(KEY).encrypt("plutôt 15h".encode())]

    def outcomes(loop):
        cells = []
        show = lambda text: cells.append({"is": "shown", "text": text})
        log = lambda error: cells.append({"is": "refused"})
        try:
            loop(tokens, KEY, show, log)
        except InvalidToken:
            pass
        return cells + [{"is": "silent"}] * (len(tokens) - len(cells))

    return [list(pair) for pair in zip(outcomes(show_all), outcomes(repaired))]


CARDS = (
    future_date,
    short_ttl,
    clear_expiry,
    split_hyphen,
    fixed_block,
    unsent_salt,
    few_iterations,
    character_count,
    logged_key,
    error_as_text,
    rethrown,
)
print(json.dumps({card.__name__.replace("_", "-"): card() for card in CARDS}))

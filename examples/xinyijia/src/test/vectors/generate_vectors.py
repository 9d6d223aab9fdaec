"""Writes the test vectors that the Java library and proof.js are both checked with.

An independent second implementation: recursive trees straight from RFC 9162, leaves from
docs/leaf-format.md and Ed25519 from RFC 8032, with the Python standard library only. Every value
is derived from a fixed label, so that two runs write the same bytes. Run it without arguments.
"""

import base64
import copy
import hashlib
import json
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[4]
TRUST = ROOT / "trust-accounting" / "src" / "test" / "resources"
WEB = ROOT / "examples" / "xinyijia" / "src" / "test" / "resources"


def sha256(data):
    return hashlib.sha256(data).digest()


def seeded(label):
    return sha256(("xinyi vectors " + label).encode())


def b64(data):
    return base64.b64encode(data).decode()


# Merkle trees, as RFC 9162 section 2.1 writes them down.


def leaf_hash(leaf):
    return sha256(b"\0" + leaf)


def split(n):
    return 1 << ((n - 1).bit_length() - 1)


def tree(hashes):
    if not hashes:
        return sha256(b"")
    if len(hashes) == 1:
        return hashes[0]
    k = split(len(hashes))
    return sha256(b"\1" + tree(hashes[:k]) + tree(hashes[k:]))


def inclusion(m, hashes):
    if len(hashes) == 1:
        return []
    k = split(len(hashes))
    if m < k:
        return inclusion(m, hashes[:k]) + [tree(hashes[k:])]
    return inclusion(m - k, hashes[k:]) + [tree(hashes[:k])]


def consistency(m, hashes, whole=True):
    if m == len(hashes):
        return [] if whole else [tree(hashes)]
    k = split(len(hashes))
    if m <= k:
        return consistency(m, hashes[:k], whole) + [tree(hashes[k:])]
    return consistency(m - k, hashes[k:], False) + [tree(hashes[:k])]


# Ed25519 (RFC 8032 section 5.1) on affine points: slow, short, and for test keys only.

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
B = (
    15112221349535400772501151409588531511454012693041857206046113283949847762202,
    46316835694926478169428394003475163141307993866256225615783033603165251855960,
)


def add(p, q):
    t = D * p[0] * q[0] * p[1] * q[1]
    x = (p[0] * q[1] + q[0] * p[1]) * pow(1 + t, -1, P)
    y = (p[1] * q[1] + p[0] * q[0]) * pow(1 - t, -1, P)
    return x % P, y % P


def times(k, p):
    result = (0, 1)
    while k:
        if k & 1:
            result = add(result, p)
        p = add(p, p)
        k >>= 1
    return result


def encode(p):
    return (p[1] | (p[0] & 1) << 255).to_bytes(32, "little")


def scalar(data):
    return int.from_bytes(hashlib.sha512(data).digest(), "little")


def secret(seed):
    a = int.from_bytes(hashlib.sha512(seed).digest()[:32], "little")
    return a & (1 << 254) - 8 | 1 << 254


def public(seed):
    return encode(times(secret(seed), B))


def sign(seed, message):
    r = scalar(hashlib.sha512(seed).digest()[32:] + message) % L
    head = encode(times(r, B))
    s = (r + scalar(head + public(seed) + message) * secret(seed)) % L
    return head + s.to_bytes(32, "little")


def raised(signature):
    """The same signature with S + L: true in the group, refused by RFC 8032."""
    s = int.from_bytes(signature[32:], "little") + L
    return signature[:32] + s.to_bytes(32, "little")


# Cases. A case is valid if and only if its reason is VALID.


class Cases:
    def __init__(self):
        self.cases = []

    def add(self, what, kind, reason, **fields):
        number = len(self.cases) + 1
        head = {"id": f"{kind}-{number:03d}", "what": what, "valid": reason == "VALID"}
        self.cases.append({**head, "reason": reason, **fields})


def flip(data, bit=0):
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def hexes(hashes):
    return [h.hex() for h in hashes]


RFC6962_LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]


def merkle_vectors():
    roots = []
    leaves = [leaf_hash(leaf) for leaf in RFC6962_LEAVES]
    for size in range(9):
        used = hexes(RFC6962_LEAVES[:size])
        roots.append({"leaves": used, "root": tree(leaves[:size]).hex()})
    inclusions, consistencies = Cases(), Cases()
    hashes = [leaf_hash(b"leaf %d" % i) for i in range(70)]
    for index, size in ((0, 1), (0, 2), (1, 2), (2, 3), (0, 3), (5, 7), (6, 7), (3, 8), (12, 13)):
        inclusion_cases(inclusions, hashes, index, size)
    for index, size in ((63, 64), (64, 65), (31, 65), (69, 70)):
        inclusion_cases(inclusions, hashes, index, size)
    inclusion_numbers(inclusions, hashes)
    for old, new in ((1, 2), (1, 3), (2, 3), (3, 4), (4, 8), (6, 8), (7, 8), (6, 7), (8, 13)):
        consistency_cases(consistencies, hashes, old, new)
    for old, new in ((21, 64), (64, 65), (63, 70), (32, 70)):
        consistency_cases(consistencies, hashes, old, new)
    consistency_numbers(consistencies, hashes)
    return {"roots": roots, "inclusion": inclusions.cases, "consistency": consistencies.cases}


def inclusion_cases(cases, hashes, index, size):
    root, path = tree(hashes[:size]), inclusion(index, hashes[:size])

    def case(what, reason, i=index, n=size, leaf=hashes[index], p=path, r=root):
        fields = {"index": i, "size": n, "leafHash": leaf.hex(), "path": hexes(p), "root": r.hex()}
        cases.add(f"{what}, leaf {index} of {size}", "inclusion", reason, **fields)

    case("as made", "VALID")
    case("another leaf", "ROOT_MISMATCH", leaf=flip(hashes[index]))
    case("another root", "ROOT_MISMATCH", r=flip(root, 255))
    case("a hash too many", "PATH_TOO_LONG", p=path + [root])
    if path:
        case("the last hash gone", "PATH_TOO_SHORT", p=path[:-1])
        case("one bit of the path", "ROOT_MISMATCH", p=[flip(path[0], 7)] + path[1:])
    if len(path) > 1:
        case("the path reversed", "ROOT_MISMATCH", p=path[::-1])


def inclusion_numbers(cases, hashes):
    path, root = inclusion(2, hashes[:7]), tree(hashes[:7])
    for what, index, size, reason in (
        ("index below zero", -1, 7, "NEGATIVE_NUMBER"),
        ("size below zero", 2, -7, "NEGATIVE_NUMBER"),
        ("no leaves", 0, 0, "EMPTY_TREE"),
        ("no leaves, but an index", 2, 0, "EMPTY_TREE"),
        ("index equal to size", 7, 7, "INDEX_BEYOND_SIZE"),
        ("index above size", 8, 7, "INDEX_BEYOND_SIZE"),
        ("the neighbour's index", 3, 7, "ROOT_MISMATCH"),
        ("a size of more levels", 2, 2**53 - 1, "PATH_TOO_SHORT"),
        ("a size of fewer levels", 2, 3, "PATH_TOO_LONG"),
    ):
        fields = {"index": index, "size": size, "leafHash": hashes[2].hex()}
        cases.add(what, "inclusion", reason, **fields, path=hexes(path), root=root.hex())


def consistency_cases(cases, hashes, old, new):
    roots = tree(hashes[:old]), tree(hashes[:new])
    path = consistency(old, hashes[:new])

    def case(what, reason, p=path, o=roots[0], r=roots[1]):
        fields = {"oldSize": old, "newSize": new, "path": hexes(p)}
        fields |= {"oldRoot": o.hex(), "newRoot": r.hex()}
        cases.add(f"{what}, {old} to {new}", "consistency", reason, **fields)

    # From a power of two the old root itself starts the climb, so it spoils only the new root.
    old_reason = "NEW_ROOT_MISMATCH" if old & (old - 1) == 0 else "OLD_ROOT_MISMATCH"
    case("as made", "VALID")
    case("another old root", old_reason, o=flip(roots[0]))
    case("another new root", "NEW_ROOT_MISMATCH", r=flip(roots[1]))
    case("a hash too many", "PATH_TOO_LONG", p=path + [roots[1]])
    case("the last hash gone", "PATH_TOO_SHORT", p=path[:-1])
    case("no path", "PATH_TOO_SHORT", p=[])
    case("one bit of the first hash", old_reason, p=[flip(path[0], 9)] + path[1:])


def consistency_numbers(cases, hashes):
    path = hexes(consistency(3, hashes[:7]))
    three, seven = tree(hashes[:3]).hex(), tree(hashes[:7]).hex()
    for what, old, new, old_root, new_root, p, reason in (
        ("the same tree", 7, 7, seven, seven, [], "VALID"),
        ("the same size, another root", 7, 7, three, seven, [], "NEW_ROOT_MISMATCH"),
        ("the same size, but a path", 7, 7, seven, seven, path, "PATH_NOT_EMPTY"),
        ("a tree that shrank", 7, 3, seven, three, path, "OLD_SIZE_GREATER"),
        ("from no leaves", 0, 7, sha256(b"").hex(), seven, [], "EMPTY_TREE"),
        ("from none to none", 0, 0, sha256(b"").hex(), sha256(b"").hex(), [], "EMPTY_TREE"),
        ("old size below zero", -3, 7, three, seven, path, "NEGATIVE_NUMBER"),
        ("new size below zero", 3, -7, three, seven, path, "NEGATIVE_NUMBER"),
        ("another old size", 5, 7, three, seven, path, "OLD_ROOT_MISMATCH"),
    ):
        fields = {"oldSize": old, "newSize": new, "path": p}
        cases.add(what, "consistency", reason, **fields, oldRoot=old_root, newRoot=new_root)


# Signed notes: the line, the verifier key, and what a checkpoint has to look like.

NAME = "xinyi.example/book/1"
SEED = seeded("log key")
OTHER_SEED = seeded("witness key")


def key_id(name, key):
    return sha256(name.encode() + b"\n\x01" + key)[:4]


def vkey(name, key):
    return f"{name}+{key_id(name, key).hex()}+{b64(bytes([1]) + key)}"


def signature_line(name, seed, text, change=lambda signature: signature):
    signature = change(sign(seed, text.encode()))
    return f"\u2014 {name} {b64(key_id(name, public(seed)) + signature)}\n"


def note_of(text, *lines):
    return text + "\n" + "".join(lines)


def checkpoint_text(size, root, origin=NAME):
    return f"{origin}\n{size}\n{b64(root)}\n"


def note_vectors():
    cases = Cases()
    key = vkey(NAME, public(SEED))
    text = checkpoint_text(8, tree([leaf_hash(leaf) for leaf in RFC6962_LEAVES]))
    mine = signature_line(NAME, SEED, text)
    other = signature_line("witness.example", OTHER_SEED, text)
    good = note_of(text, mine)

    def case(what, reason, note=good, with_key=key):
        cases.add(what, "note", reason, note=note, vkey=with_key)

    signed_note_cases(case, text, mine, other, good)
    key_cases(case, text)
    for what, reason, body in checkpoint_bodies(text):
        case(what, reason, note_of(body, signature_line(NAME, SEED, body)))
    return {"ed25519": ed25519_vectors(), "notes": cases.cases}


def signed_note_cases(case, text, mine, other, good):
    case("as made", "VALID")
    case("with a witness", "VALID", note_of(text, mine, other))
    case("with a witness first", "VALID", note_of(text, other, mine))
    case("the same line twice", "VALID", note_of(text, mine, mine))
    case("sixteen signatures", "VALID", note_of(text, mine, *[other] * 15))
    case("seventeen signatures", "NOTE_TOO_MANY_SIGNATURES", note_of(text, mine, *[other] * 16))
    case("only the witness", "KEY_NOT_FOUND", note_of(text, other))
    case("another size", "SIGNATURE_INVALID", good.replace("\n8\n", "\n9\n"))
    renamed = signature_line(NAME, OTHER_SEED, text)
    case("another key of the same name", "KEY_NOT_FOUND", note_of(text, renamed))

    def spoiled(change):
        return note_of(text, signature_line(NAME, SEED, text, change))

    case("S raised by L", "SIGNATURE_INVALID", spoiled(raised))
    case("one bit of R", "SIGNATURE_INVALID", spoiled(flip))
    case("one bit of S", "SIGNATURE_INVALID", spoiled(lambda s: flip(s, 300)))
    bad = signature_line(NAME, SEED, text, flip)
    case("a good line and a bad one", "SIGNATURE_INVALID", note_of(text, mine, bad))
    case("a signature cut short", "SIGNATURE_INVALID", spoiled(lambda s: s[:63]))
    case("a key id and nothing else", "SIGNATURE_ENCODING", spoiled(lambda s: b""))
    case("Base 64 cut short", "SIGNATURE_ENCODING", good[:-2] + "\n")
    case("a character outside Base 64", "SIGNATURE_ENCODING", good[:-9] + "!" + good[-8:])
    case("a hyphen for the dash", "SIGNATURE_LINE", good.replace("\u2014", "-"))
    case("no signature on the line", "SIGNATURE_LINE", note_of(text, f"\u2014 {NAME}\n"))
    case("a plus in the name", "KEY_NAME", good.replace(f"\u2014 {NAME}", "\u2014 a+b"))
    case("a space in the name", "KEY_NAME", good.replace(f"\u2014 {NAME}", "\u2014 a\u3000b"))
    case("no name", "KEY_NAME", good.replace(f"\u2014 {NAME}", "\u2014 "))
    case("no signature", "NOTE_NO_SIGNATURE", text + "\n")
    case("no blank line", "NOTE_NO_BLANK_LINE", text + mine)
    case("no newline at the end", "NOTE_NO_FINAL_NEWLINE", good[:-1])
    case("a carriage return", "NOTE_CONTROL_CHARACTER", good.replace("\n8\n", "\r\n8\n"))
    case("a tab", "NOTE_CONTROL_CHARACTER", good.replace("\n8\n", "\n8\t\n"))
    case("empty", "NOTE_NO_FINAL_NEWLINE", "")


def key_cases(case, text):
    raw = public(SEED)
    wrong_type = f"{NAME}+{key_id(NAME, raw).hex()}+{b64(bytes([2]) + raw)}"
    case("key without parts", "VKEY_FORMAT", with_key=NAME)
    case("key id in capitals", "VKEY_FORMAT", with_key=f"{NAME}+ABCDEF01+{b64(bytes([1]) + raw)}")
    case("key that is no Base 64", "VKEY_FORMAT", with_key=f"{NAME}+00000000+*")
    case("key of another type", "VKEY_ALGORITHM", with_key=wrong_type)
    case("key of no type", "VKEY_ALGORITHM", with_key=f"{NAME}+00000000+")
    case("key with another id", "VKEY_KEY_ID", with_key=f"{NAME}+00000000+{b64(bytes([1]) + raw)}")
    case("key without a name", "KEY_NAME", with_key=vkey("", raw))
    case("key with a space", "KEY_NAME", with_key=vkey("a b", raw))
    case("key of 31 bytes", "PUBLIC_KEY", with_key=vkey(NAME, raw[:31]))
    case("key of 33 bytes", "PUBLIC_KEY", with_key=vkey(NAME, raw + b"\0"))
    for what, key in bad_public_keys():
        case(f"key: {what}", "PUBLIC_KEY", with_key=vkey(NAME, key))


def bad_public_keys():
    order8 = "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"
    off_curve = next(
        y.to_bytes(32, "little")
        for y in range(2, 99)
        if pow((y * y - 1) * (D * y * y + 1), (P - 1) // 2, P) == P - 1
    )
    return (
        ("neutral point", (1).to_bytes(32, "little")),
        ("order 2", (P - 1).to_bytes(32, "little")),
        ("order 4", bytes(32)),
        ("order 4, the other", bytes(31) + b"\x80"),
        ("order 8", bytes.fromhex(order8)),
        ("order 8, the other sign", bytes.fromhex(order8)[:31] + b"\x85"),
        ("y above p", (P + 3).to_bytes(32, "little")),
        ("y equal to p", P.to_bytes(32, "little")),
        ("no point of the curve", off_curve),
    )


def checkpoint_bodies(text):
    lines = text.split("\n")
    root = lines[2]
    empty = b64(sha256(b""))
    return (
        ("an extension line", "VALID", text + "extension\n"),
        ("size 0 with the empty root", "VALID", f"{NAME}\n0\n{empty}\n"),
        ("the greatest size", "VALID", f"{NAME}\n{2**63 - 1}\n{root}\n"),
        ("Chinese origin", "VALID", text.replace(NAME, "信義家")),
        ("size 0 with another root", "CHECKPOINT_ROOT", f"{NAME}\n0\n{root}\n"),
        ("a size above a long", "CHECKPOINT_SIZE", f"{NAME}\n{2**63}\n{root}\n"),
        ("a leading zero", "CHECKPOINT_SIZE", f"{NAME}\n08\n{root}\n"),
        ("a sign", "CHECKPOINT_SIZE", f"{NAME}\n+8\n{root}\n"),
        ("a size below zero", "CHECKPOINT_SIZE", f"{NAME}\n-8\n{root}\n"),
        ("a size in full-width digits", "CHECKPOINT_SIZE", f"{NAME}\n\uff18\n{root}\n"),
        ("two lines", "CHECKPOINT_LINES", f"{NAME}\n8\n"),
        ("an empty origin", "CHECKPOINT_LINES", f"\n8\n{root}\n"),
        ("an empty extension line", "CHECKPOINT_LINES", text + "\n"),
        ("a blank line inside", "CHECKPOINT_LINES", f"{NAME}\n8\n\n{root}\n"),
        ("a root of 31 bytes", "CHECKPOINT_ROOT", f"{NAME}\n8\n{b64(bytes(31))}\n"),
        ("a root in hexadecimal", "CHECKPOINT_ROOT", f"{NAME}\n8\n{bytes(32).hex()}\n"),
        ("stray bits in the root", "CHECKPOINT_ROOT", f"{NAME}\n8\n{b64(bytes(32))[:-2]}B=\n"),
        ("a root without padding", "CHECKPOINT_ROOT", f"{NAME}\n8\n{root[:-1]}\n"),
    )


def ed25519_vectors():
    """The first three are tests 1 to 3 of RFC 8032 section 7.1, checked here before use."""
    known = (
        ("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", b"",
         "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
         "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
        ("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", b"\x72",
         "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e"
         "458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
        ("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", b"\xaf\x82",
         "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290"
         "ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
    )
    cases = Cases()

    def case(what, valid, key, message, signature):
        fields = {"publicKey": key.hex(), "message": message.hex(), "signature": signature.hex()}
        cases.add(what, "ed25519", "VALID" if valid else "SIGNATURE_INVALID", **fields)

    for number, (seed, message, signature) in enumerate(known, 1):
        seed, signature = bytes.fromhex(seed), bytes.fromhex(signature)
        assert sign(seed, message) == signature
        key = public(seed)
        case(f"RFC 8032 test {number}", True, key, message, signature)
        case("another message", False, key, message + b"\0", signature)
        case("S raised by L", False, key, message, raised(signature))
        case("one bit of R", False, key, message, flip(signature, 3))
        case("R above p", False, key, message, (P + 3).to_bytes(32, "little") + signature[32:])
    return cases.cases


# Leaves (docs/leaf-format.md), entries with their whole proof.


def lp(text):
    return lpb(text.encode())


def lpb(data):
    return len(data).to_bytes(4, "big") + data


def number(value, size):
    return int(value).to_bytes(size, "big")


def narrative_commitment(entry):
    if "narrativeCommitment" in entry:
        return bytes.fromhex(entry["narrativeCommitment"])
    salt = bytes.fromhex(entry["narrativeSalt"])
    return sha256(lp("xinyi/text/v1") + salt + lp(entry["narrative"]))


def posting_list(postings, with_unit):
    out = number(len(postings), 4)
    for posting in postings:
        out += lp(posting["account"]) + lp(posting["side"]) + number(posting["amountMinor"], 8)
        out += lp(posting["currency"])
        if with_unit:
            out += lp(posting.get("unit") or "")
    return out


def body(entry):
    out = lp(entry["entryId"]) + lp(entry["sourceType"]) + lp(entry["sourceId"])
    out += lp(entry.get("reverses") or "") + lpb(narrative_commitment(entry))
    return out + posting_list(entry["postings"], True)


def batch_body(entry):
    batch = entry["batch"]
    out = lp(entry["entryId"]) + lp(batch["kind"])
    out += number(batch["fromIndex"], 8) + number(batch["toIndex"], 8)
    out += number(batch["entryCount"], 4) + number(batch["unitCount"], 4)
    return out + posting_list(batch["totals"], False)


def content(entry):
    if entry["visibility"] == "OPEN":
        return body(entry)
    if entry["visibility"] == "BATCH":
        return batch_body(entry)
    if "postings" not in entry:
        return bytes.fromhex(entry["commitment"])
    salt = bytes.fromhex(entry["narrativeSalt"])
    return sha256(lp("xinyi/household/v1") + salt + body(entry))


def leaf_bytes(entry):
    out = lp("xinyi/leaf/v1") + lp(entry["book"]) + number(entry["index"], 8)
    out += lp(entry["kind"]) + lp(entry["visibility"])
    out += lp(entry["effectiveDate"]) + lp(entry["recordedAt"])
    return out + lpb(content(entry))


def head(index, kind, visibility):
    return {
        "book": "honggu-1",
        "index": index,
        "kind": kind,
        "visibility": visibility,
        "effectiveDate": "2025-01-03",
        "recordedAt": "2025-01-03T02:00:00.000Z",
    }


def posting(account, side, amount, **more):
    return {"account": account, "side": side, "amountMinor": amount, "currency": "CNY", **more}


def sample_entries():
    payment = head(0, "PAYMENT", "OPEN") | {
        "entryId": "E-0001",
        "sourceType": "disbursement",
        "sourceId": "D-2025-001",
        "narrative": "外牆保溫層維修",
        "narrativeSalt": seeded("salt 0").hex(),
        "postings": [posting("5101", "D", 1250000), posting("1002", "C", 1250000)],
    }
    reversal = copy.deepcopy(payment) | {"index": 1, "entryId": "E-0002", "reverses": "E-0001"}
    reversal["narrativeSalt"] = seeded("salt 1").hex()
    reversal["postings"].reverse()
    charge = head(2, "CHARGE", "HOUSEHOLD") | {
        "entryId": "E-0003",
        "sourceType": "bill",
        "sourceId": "B-7",
        "narrative": "",
        "narrativeSalt": seeded("salt 2").hex(),
        "postings": [
            posting("1122", "D", "18040", unit="3-1-1201"),
            posting("4001", "C", "18040", unit="3-1-1201"),
        ],
    }
    charge["commitment"] = content(charge).hex()
    closed = head(3, "CHARGE", "HOUSEHOLD") | {"commitment": seeded("some household").hex()}
    batch = head(4, "CHARGE_BATCH", "BATCH") | {
        "entryId": "E-0005",
        "batch": {
            "kind": "CHARGE",
            "fromIndex": 2,
            "toIndex": 4,
            "entryCount": 2,
            "unitCount": 2,
            "totals": [posting("1122", "D", 36080), posting("4001", "C", 36080)],
        },
    }
    erased = copy.deepcopy(payment) | {"index": 5, "entryId": "E-0006"}
    erased["narrativeCommitment"] = narrative_commitment(erased).hex()
    del erased["narrative"], erased["narrativeSalt"]
    large = copy.deepcopy(payment) | {"index": 6, "entryId": "E-0007 \U0001f3e0"}
    large["postings"] = [posting("1002", "D", str(2**63 - 1)), posting("3001", "C", str(2**63 - 1))]
    bare = copy.deepcopy(payment) | {"index": 7, "entryId": "E-0008", "postings": []}
    return [payment, reversal, charge, closed, batch, erased, large, bare]


def entry_vectors():
    entries = sample_entries()
    leaves = []
    for entry in entries:
        leaf = leaf_bytes(entry)
        leaves.append({"entry": entry, "leaf": leaf.hex(), "leafHash": leaf_hash(leaf).hex()})
    hashes = [leaf_hash(leaf_bytes(entry)) for entry in entries]
    text = checkpoint_text(len(entries), tree(hashes))
    note = note_of(text, signature_line(NAME, SEED, text))
    cases = Cases()

    def case(what, reason, step, i, change=lambda request: None):
        request = {
            "entry": copy.deepcopy(entries[i]),
            "proof": {"index": i, "size": 8, "path": hexes(inclusion(i, hashes))},
            "checkpoint": note,
            "vkey": vkey(NAME, public(SEED)),
        }
        change(request)
        cases.add(what, "entry", reason, step=step, request=request)

    for i, entry in enumerate(entries):
        case(f"as made, {entry['visibility']}", "VALID", "inclusion", i)
    entry_refusals(case)
    request_refusals(case, note)
    return {"leaves": leaves, "entries": cases.cases}


def setting(path, value):
    def change(request):
        at = request
        for key in path[:-1]:
            at = at[key]
        at[path[-1]] = value

    return change


def removing(path):
    def change(request):
        at = request
        for key in path[:-1]:
            at = at[key]
        del at[path[-1]]

    return change


def entry_refusals(case):
    """What was changed is either another leaf, which is not in the tree, or no leaf at all."""
    for i, path, value in (
        (0, ("book",), "honggu-2"), (0, ("kind",), "RECEIPT"),
        (0, ("effectiveDate",), "2025-01-04"),
        (0, ("recordedAt",), "2025-01-03T02:00:00.001Z"), (0, ("entryId",), "E-0009"),
        (0, ("sourceType",), "bill"), (0, ("sourceId",), "D-2025-002"),
        (0, ("reverses",), "E-0009"),
        (0, ("narrative",), "外牆保溫層維修。"), (0, ("narrativeSalt",), "00" * 32),
        (0, ("postings", 0, "amountMinor"), 1250001), (0, ("postings", 0, "side"), "C"),
        (0, ("postings", 1, "account"), "1001"), (0, ("postings", 1, "currency"), "USD"),
        (0, ("postings", 1, "unit"), "3-1-1201"), (1, ("reverses",), ""),
        (3, ("commitment",), "00" * 32), (4, ("batch", "kind"), "RECEIPT"),
        (4, ("batch", "fromIndex"), 1), (4, ("batch", "toIndex"), 5),
        (4, ("batch", "entryCount"), 3), (4, ("batch", "unitCount"), 1),
        (4, ("batch", "totals", 0, "amountMinor"), 36079), (5, ("narrativeCommitment",), "11" * 32),
        (6, ("postings", 0, "amountMinor"), str(2**63 - 2)), (7, ("visibility",), "HOUSEHOLD"),
    ):
        what = f"changed {'.'.join(map(str, path))}"
        case(what, "ROOT_MISMATCH", "inclusion", i, setting(("entry", *path), value))
    for i, path, value in (
        (0, ("visibility",), "SECRET"), (0, ("effectiveDate",), "2025-02-30"),
        (0, ("effectiveDate",), "2025-1-3"), (0, ("recordedAt",), "2025-01-03T02:00:00Z"),
        (0, ("recordedAt",), "2025-01-03T24:00:00.000Z"), (0, ("narrativeSalt",), "00" * 31),
        (0, ("postings", 0, "side"), "X"), (0, ("postings", 0, "amountMinor"), -1),
        (0, ("postings", 0, "amountMinor"), "1e3"), (0, ("postings", 0, "amountMinor"), "007"),
        (0, ("postings", 0, "amountMinor"), 0.5), (0, ("postings", 0, "amountMinor"), str(2**63)),
        (0, ("postings", 0, "account"), 5101), (0, ("postings",), "none"), (0, ("book",), None),
        (0, ("book",), "\ud800"), (3, ("commitment",), "00"), (4, ("batch",), None),
        (4, ("batch", "unitCount"), 2**32), (5, ("narrativeCommitment",), "zz" * 32),
        (0, ("index",), -1),
    ):
        what = f"malformed {'.'.join(map(str, path))}"
        at_leaf = path[0] in ("effectiveDate", "recordedAt", "book", "index")
        step = "leaf" if at_leaf else "content"
        case(what, "ENTRY_FIELD", step, i, setting(("entry", *path), value))
    for i, field in ((0, "entryId"), (0, "narrative"), (0, "postings"), (3, "commitment")):
        case(f"without {field}", "ENTRY_FIELD", "content", i, removing(("entry", field)))
    amount = ("entry", "postings", 0, "amountMinor")
    case("another committed amount", "COMMITMENT_MISMATCH", "content", 2, setting(amount, 1))
    salt = ("entry", "narrativeSalt")
    case("another salt", "COMMITMENT_MISMATCH", "content", 2, setting(salt, "00" * 32))
    kept = ("entry", "narrativeCommitment")
    case("another text commitment", "NARRATIVE_MISMATCH", "content", 0, setting(kept, "00" * 32))


def request_refusals(case, note):
    case("another index", "INDEX_MISMATCH", "place", 0, setting(("proof", "index"), 1))
    case("another size", "SIZE_MISMATCH", "place", 0, setting(("proof", "size"), 9))
    case("an index of text", "NOT_AN_INTEGER", "place", 0, setting(("proof", "index"), "first"))
    case("a path of text", "HASH", "inclusion", 0, setting(("proof", "path", 0), "first"))
    case("no path", "PATH_TOO_SHORT", "inclusion", 0, setting(("proof", "path"), []))
    case("another origin", "ORIGIN_MISMATCH", "checkpoint", 0, setting(("origin",), "elsewhere"))
    case("the right origin", "VALID", "checkpoint", 0, setting(("origin",), NAME))
    other = vkey(NAME, public(OTHER_SEED))
    case("another key", "KEY_NOT_FOUND", "signature", 0, setting(("vkey",), other))
    forged = note.replace("\n8\n", "\n9\n")
    at = ("checkpoint",)
    case("a forged checkpoint", "SIGNATURE_INVALID", "signature", 0, setting(at, forged))
    plain = "just a text\n"
    signed = note_of(plain, signature_line(NAME, SEED, plain))
    case("a signed text", "CHECKPOINT_LINES", "checkpoint", 0, setting(at, signed))
    case("no proof", "MALFORMED_INPUT", "place", 0, setting(("proof",), None))
    case("no entry", "MALFORMED_INPUT", "content", 0, setting(("entry",), None))


def write(folder, name, about, vectors):
    folder.mkdir(parents=True, exist_ok=True)
    document = {"about": about, **vectors}
    text = json.dumps(document, indent=1, ensure_ascii=True) + "\n"
    (folder / name).write_text(text, encoding="utf-8")
    cases = [case for value in vectors.values() for case in value if "valid" in case]
    refused = sum(not case["valid"] for case in cases)
    print(f"{name}: {len(cases)} cases, {refused} of them refused")


def main():
    about = "Written by examples/xinyijia/src/test/vectors/generate_vectors.py; do not edit."
    write(TRUST, "merkle-vectors.json", about, merkle_vectors())
    write(TRUST, "note-vectors.json", about, note_vectors())
    write(WEB, "proof-vectors.json", about, entry_vectors())


main()

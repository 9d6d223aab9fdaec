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
        self.seen = set()

    def add(self, what, kind, reason, **fields):
        """A systematic case may repeat one made by hand; the first of them stays."""
        content = json.dumps(fields, sort_keys=True)
        if content in self.seen:
            return
        self.seen.add(content)
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
    for index, size in ((0, 1), (1, 2), (2, 3), (3, 5), (5, 7), (6, 7), (3, 8), (12, 13), (31, 65)):
        inclusion_mutations(inclusions, hashes, index, size)
    inclusion_numbers(inclusions, hashes)
    for old, new in ((1, 2), (1, 3), (2, 3), (3, 4), (4, 8), (6, 8), (7, 8), (6, 7), (8, 13)):
        consistency_cases(consistencies, hashes, old, new)
    for old, new in ((21, 64), (64, 65), (63, 70), (32, 70)):
        consistency_cases(consistencies, hashes, old, new)
    for old, new in ((1, 2), (2, 3), (3, 4), (3, 7), (4, 8), (6, 8), (7, 13), (8, 13), (21, 64)):
        consistency_mutations(consistencies, hashes, old, new)
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


def inclusion_mutations(cases, hashes, index, size):
    """Each hash of the path in turn, and every other index below ten with the same path."""
    root, path = tree(hashes[:size]), inclusion(index, hashes[:size])

    def case(what, reason, p=path, i=index):
        fields = {"index": i, "size": size, "leafHash": hashes[index].hex(), "path": hexes(p)}
        what = f"{what}, leaf {index} of {size}"
        cases.add(what, "inclusion", reason, **fields, root=root.hex())

    case("as made", "VALID")
    case("the leaf again as a hash", "PATH_TOO_LONG", [hashes[index]] + path)
    for at in range(len(path)):
        case(f"one bit of hash {at}", "ROOT_MISMATCH", replaced(path, at, flip(path[at], 37 * at)))
        case(f"hash {at} all zero", "ROOT_MISMATCH", replaced(path, at, bytes(32)))
        case(f"without hash {at}", "PATH_TOO_SHORT", path[:at] + path[at + 1 :])
        case(f"hash {at} twice", "PATH_TOO_LONG", path[: at + 1] + path[at:])
    for other in range(min(size, 10)):
        length = len(inclusion(other, hashes[:size]))
        if other != index:
            reason = length_reason(length, path, "ROOT_MISMATCH")
            case(f"as if it were leaf {other}", reason, i=other)


def replaced(path, at, value):
    return path[:at] + [value] + path[at + 1 :]


def length_reason(length, path, same):
    if length == len(path):
        return same
    return "PATH_TOO_SHORT" if length > len(path) else "PATH_TOO_LONG"


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


def proves_old_root(m, n, whole=True):
    """For each hash of a consistency path, whether the old root is made of it too."""
    if m == n:
        return [] if whole else [True]
    k = split(n)
    if m <= k:
        return proves_old_root(m, k, whole) + [False]
    return proves_old_root(m - k, n - k, False) + [True]


def consistency_mutations(cases, hashes, old, new):
    """Each hash of the path in turn, and the same path for a smaller old tree."""
    roots = tree(hashes[:old]), tree(hashes[:new])
    path = consistency(old, hashes[:new])

    def case(what, reason, p=path, size=old):
        fields = {"oldSize": size, "newSize": new, "path": hexes(p)}
        fields |= {"oldRoot": roots[0].hex(), "newRoot": roots[1].hex()}
        cases.add(f"{what}, {old} to {new}", "consistency", reason, **fields)

    case("as made", "VALID")
    case("the new root as a first hash", "PATH_TOO_LONG", [roots[1]] + path)
    for at, in_old in enumerate(proves_old_root(old, new)):
        reason = "OLD_ROOT_MISMATCH" if in_old else "NEW_ROOT_MISMATCH"
        case(f"one bit of hash {at}", reason, replaced(path, at, flip(path[at], 41 * at)))
        case(f"hash {at} all zero", reason, replaced(path, at, bytes(32)))
        case(f"without hash {at}", "PATH_TOO_SHORT", path[:at] + path[at + 1 :])
        case(f"hash {at} twice", "PATH_TOO_LONG", path[: at + 1] + path[at:])
    for size in range(1, min(old, 10)):
        reason = length_reason(len(consistency(size, hashes[:new])), path, None)
        if reason:
            case(f"as if from size {size}", reason, size=size)


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
    note_mutations(case, text, mine, good)
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


def note_mutations(case, text, mine, good):
    """Bits of the key id and of the signature, every control character, changed lines of text."""
    raw = base64.b64decode(mine.split(" ")[2])
    for bit in (*range(0, 32, 8), *range(32, len(raw) * 8, 24)):
        reason = "KEY_NOT_FOUND" if bit < 32 else "SIGNATURE_INVALID"
        line = f"\u2014 {NAME} {b64(flip(raw, bit))}\n"
        case(f"bit {bit} of key id and signature", reason, note_of(text, line))
    for code in range(32):
        if code != 10:
            spoiled = good.replace("\n8\n", f"\n8{chr(code)}\n")
            case(f"control character {code}", "NOTE_CONTROL_CHARACTER", spoiled)
    root = text.split("\n")[2]
    for at in range(0, 43, 6):
        other = "A" if root[at] != "A" else "B"
        changed = text.replace(root, root[:at] + other + root[at + 1 :])
        case(f"character {at} of the root", "SIGNATURE_INVALID", note_of(changed, mine))
    for size in (0, 1, 7, 16, 80, 88):
        changed = text.replace("\n8\n", f"\n{size}\n")
        case(f"signed for 8, says {size}", "SIGNATURE_INVALID", note_of(changed, mine))


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
        for bit in range(11, 512, 43):
            case(f"bit {bit}", False, key, message, flip(signature, bit))
        case("a signature of zeros", False, key, message, bytes(64))
        for bit in range(0, len(message) * 8, 3):
            case(f"bit {bit} of the message", False, key, flip(message, bit), signature)
    return cases.cases


# Leaves (docs/leaf-format.md), entries with their whole proof.


def lp(text):
    return lpb(text.encode())


def lpb(data):
    return len(data).to_bytes(4, "big") + data


LONGEST = 2**63 - 1


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
    if entry["visibility"] == "CLOSE":
        return lp(entry["entryId"])
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


def period_close():
    day = {"effectiveDate": "2025-01-31", "recordedAt": "2025-02-03T02:00:00.000Z"}
    return head(8, "PERIOD", "CLOSE") | day | {"entryId": "close/8"}


def sample_entries():
    payment = head(0, "PAYMENT", "OPEN") | {
        "entryId": "E-0001",
        "sourceType": "disbursement",
        "sourceId": "D-2025-001",
        "narrative": "外牆保溫層維修",
        "narrativeSalt": seeded("salt 0").hex(),
        "postings": [
            posting("service.expense.SF-02", "D", 1250000),
            posting("service.cash", "C", 1250000),
        ],
    }
    reversal = copy.deepcopy(payment) | {"index": 1, "entryId": "E-0002", "reverses": "E-0001"}
    reversal["narrativeSalt"] = seeded("salt 1").hex()
    reversal["postings"].reverse()
    charge = head(2, "BILL", "HOUSEHOLD") | {
        "entryId": "E-0003",
        "sourceType": "bill",
        "sourceId": "B-7",
        "narrative": "",
        "narrativeSalt": seeded("salt 2").hex(),
        "postings": [
            posting("service.receivable", "D", "18040", unit="3-1-1201"),
            posting("service.income", "C", "18040", unit="3-1-1201"),
        ],
    }
    charge["commitment"] = content(charge).hex()
    closed = head(3, "BILL", "HOUSEHOLD") | {"commitment": seeded("some household").hex()}
    batch = head(4, "BILL", "BATCH") | {
        "entryId": "batch/4",
        "batch": {
            "kind": "BILL",
            "fromIndex": 2,
            "toIndex": 4,
            "entryCount": 2,
            "unitCount": 2,
            "totals": [
                posting("service.receivable", "D", 36080),
                posting("service.income", "C", 36080),
            ],
        },
    }
    erased = copy.deepcopy(payment) | {"index": 5, "entryId": "E-0006"}
    erased["narrativeCommitment"] = narrative_commitment(erased).hex()
    del erased["narrative"], erased["narrativeSalt"]
    large = copy.deepcopy(payment) | {"index": 6, "kind": "PUBLIC_INCOME", "entryId": "E-0007"}
    large |= {"sourceType": "bank-line", "narrative": "停車費 \U0001f17f"}
    large["postings"] = [
        posting("public.cash", "D", str(LONGEST)),
        posting("public.income.parking", "C", str(LONGEST)),
    ]
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
    field_mutations(case, entries)
    proof_mutations(case, entries, hashes)
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
        (0, ("postings", 1, "account"), "public.cash"), (0, ("postings", 1, "currency"), "USD"),
        (0, ("postings", 1, "unit"), "3-1-1201"), (1, ("reverses",), ""),
        (3, ("commitment",), "00" * 32), (4, ("batch", "kind"), "RECEIPT"),
        (4, ("batch", "fromIndex"), 1), (4, ("batch", "toIndex"), 5),
        (4, ("batch", "entryCount"), 3), (4, ("batch", "unitCount"), 1),
        (4, ("batch", "totals", 0, "amountMinor"), 36079), (5, ("narrativeCommitment",), "11" * 32),
        (6, ("postings", 0, "amountMinor"), str(LONGEST - 1)), (7, ("visibility",), "HOUSEHOLD"),
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
        (0, ("postings", 0, "account"), 1002), (0, ("postings",), "none"), (0, ("book",), None),
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


LEAF_STEP = ("book", "index", "kind", "effectiveDate", "recordedAt")


def scalars(value, path=()):
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in inner:
        if isinstance(part, (dict, list)):
            yield from scalars(part, (*path, key))
        else:
            yield (*path, key), part


def another(key, value):
    """Another value of the same form."""
    if key in ("effectiveDate", "recordedAt"):
        return value.replace("2025-01-03", "2024-02-29")
    if key == "visibility":
        return "OPEN" if value == "HOUSEHOLD" else "HOUSEHOLD"
    if key == "side":
        return "C" if value == "D" else "D"
    if key in ("narrativeSalt", "narrativeCommitment", "commitment"):
        return flip(bytes.fromhex(value), 100).hex()
    if key == "amountMinor":
        return str(int(value) - 1)
    return value + 1 if isinstance(value, int) else value + "x"


def changed_reason(key, entry):
    if key == "index":
        return "INDEX_MISMATCH", "place"
    opened = "commitment" in entry and "postings" in entry
    if opened and key not in LEAF_STEP:
        return "COMMITMENT_MISMATCH", "content"
    return "ROOT_MISMATCH", "inclusion"


def field_mutations(case, entries):
    """Every member of every entry: another value, another type, half a text, and gone."""
    for i, entry in enumerate(entries):
        opened = "commitment" in entry and "postings" in entry
        for path, value in scalars(entry):
            key, name = path[-1], ".".join(map(str, path))
            if key != "visibility":
                reason, step = changed_reason(key, entry)
                change = setting(("entry", *path), another(key, value))
                case(f"entry {i}, another {name}", reason, step, i, change)
            step = "leaf" if path[0] in LEAF_STEP else "content"
            numeric = key == "amountMinor" or isinstance(value, int)
            for what, bad in (("true", True), ("bad", -1 if numeric else "\udc00")):
                change = setting(("entry", *path), bad)
                case(f"entry {i}, {what} as {name}", "ENTRY_FIELD", step, i, change)
            optional = key in ("reverses", "unit") or opened and key == "commitment"
            if not optional:
                change = removing(("entry", *path))
                case(f"entry {i}, without {name}", "ENTRY_FIELD", step, i, change)


def proof_mutations(case, entries, hashes):
    for i in range(len(entries)):
        path = inclusion(i, hashes)
        for at in range(len(path)):
            bad = flip(path[at], 50 * at + i).hex()
            change = setting(("proof", "path", at), bad)
            case(f"entry {i}, bit of hash {at}", "ROOT_MISMATCH", "inclusion", i, change)
        shorter = setting(("proof", "path"), hexes(path[1:]))
        case(f"entry {i}, a hash gone", "PATH_TOO_SHORT", "inclusion", i, shorter)
        longer = setting(("proof", "path"), hexes(path + [hashes[i]]))
        case(f"entry {i}, a hash too many", "PATH_TOO_LONG", "inclusion", i, longer)
        other = (i + 1) % len(entries)
        stolen = setting(("proof", "path"), hexes(inclusion(other, hashes)))
        case(f"entry {i}, the path of {other}", "ROOT_MISMATCH", "inclusion", i, stolen)
        size = setting(("proof", "size"), i)
        case(f"entry {i}, size {i}", "SIZE_MISMATCH", "place", i, size)


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
    lines = note.split("\n")[:3]

    def extended(*more, sign=((NAME, SEED),)):
        text = "\n".join([*lines, *more]) + "\n"
        return note_of(text, *(signature_line(name, seed, text) for name, seed in sign))

    time = "time 2025-01-31T15:59:59.000Z"
    for name in ("SM3", "sha-256", "SHA-512", ""):
        other_digest = setting(at, extended(time, f"digest {name}"))
        case(f"a log of the digest {name!r}", "DIGEST_UNKNOWN", "checkpoint", 0, other_digest)
    named = extended(time, "digest SHA-256", "balances 2025-01-31 1 " + lines[2])
    case("a log that names its digest", "VALID", "inclusion", 0, setting(at, named))
    both = ((NAME, SEED), (NAME, OTHER_SEED))
    handed = extended(time, "next-key " + other, sign=both)
    case("a hand-over of the key", "VALID", "inclusion", 0, setting(at, handed))
    witnessed = note + signature_line("witness.example/street", OTHER_SEED, note)
    case("a cosigned checkpoint", "VALID", "inclusion", 0, setting(at, witnessed))
    successor = extended(time, "next-key " + other, sign=((NAME, OTHER_SEED),))
    case("signed by the successor alone", "KEY_NOT_FOUND", "signature", 0, setting(at, successor))
    case("no proof", "MALFORMED_INPUT", "place", 0, setting(("proof",), None))
    case("no entry", "MALFORMED_INPUT", "content", 0, setting(("entry",), None))


# Leaves alone, for programs that build an entry of their own and hash it. The reasons:
#   VALID            the entry has the leaf hash that is given
#   LEAF_MISMATCH    a good entry, but the leaf hash is that of another one
#   ENTRY_FIELD      the format has no leaf for it
#   OUTSIDE_DOMAIN   the format has a leaf for it, but no book of the Java domain has such an entry

KINDS = (
    "OPENING",
    "BILL",
    "FEE_RECEIPT",
    "PUBLIC_INCOME",
    "PAYMENT",
    "REMUNERATION_ACCRUAL",
    "REMUNERATION_DRAW",
)
ACCOUNTS = (
    "service.cash",
    "service.receivable",
    "service.income",
    "public.cash",
    "public.income.parking",
    "service.expense.SF-02",
)


def with_fields(entry, *changes):
    """A copy in which each path has its value; a commitment kept before holds no longer."""
    made = copy.deepcopy(entry)
    made.pop("commitment", None)
    for path, value in changes:
        setting(path if isinstance(path, tuple) else (path,), value)(made)
    return made


def leaf_vectors():
    payment, reversal, charge, _, batch, _, large, bare = sample_entries()
    cases = Cases()

    def case(what, reason, entry, given=None):
        fields = {"entry": entry}
        if reason != "ENTRY_FIELD":
            leaf = leaf_bytes(given or entry)
            fields |= {"leaf": leaf.hex()} if reason == "VALID" else {}
            fields |= {"leafHash": leaf_hash(leaf).hex()}
        cases.add(what, "leaf", reason, **fields)

    for entry in (payment, reversal, charge, batch, large, bare):
        case(f"as in proof-vectors.json, {entry['visibility']}", "VALID", entry)
    valid_heads(case, (payment, charge, batch))
    valid_texts(case, payment, charge)
    valid_postings(case, payment, charge)
    valid_batches(case, batch)
    for entry in (payment, reversal, large, charge):
        changed_entries(case, entry)
    changed_units(case, charge)
    changed_batches(case, batch)
    for entry in (payment, charge, batch):
        refused_heads(case, entry)
        refused_texts(case, entry)
    for entry in (payment, charge):
        refused_bodies(case, entry)
    refused_batches(case, batch)
    for entry in (payment, charge):
        outside_bodies(case, entry)
    outside_heads(case, payment)
    outside_units(case, payment, charge)
    outside_batches(case, batch)
    closes(case, period_close())
    return {"leaves": cases.cases}


def closes(case, close):
    case("close of a period", "VALID", close)
    for index in (0, 9, 2**32, 2**53 - 1, str(LONGEST)):
        place = (("index", index), ("entryId", f"close/{index}"))
        case(f"close at {index}", "VALID", with_fields(close, *place))
    for day in ("1900-01-31", "2024-02-29", "2025-02-28", "2025-12-31", "9999-12-31"):
        case(f"close through {day}", "VALID", with_fields(close, ("effectiveDate", day)))
        case(f"close moved to {day}", "LEAF_MISMATCH", with_fields(close, ("effectiveDate", day)), close)
    for path, value in (
        ("book", "honggu-2"), ("recordedAt", "2025-02-03T02:00:00.001Z"),
    ):
        case(f"close: another {path}", "LEAF_MISMATCH", with_fields(close, (path, value)), close)
    place = (("index", 9), ("entryId", "close/9"))
    case("close: another index", "LEAF_MISMATCH", with_fields(close, *place), close)
    for path, value in (
        ("book", None), ("effectiveDate", "2025-01-32"), ("effectiveDate", "2025-02-29"),
        ("recordedAt", "2025-02-03"), ("index", -1), ("index", 1.5), ("entryId", None),
    ):
        case(f"close: {path} {value}", "ENTRY_FIELD", with_fields(close, (path, value)))
    for path, value in (
        ("effectiveDate", "2025-01-30"), ("effectiveDate", "2025-02-01"),
        ("effectiveDate", "1899-12-31"), ("entryId", "close/7"), ("kind", "BILL"),
    ):
        case(f"close: {path} {value}", "OUTSIDE_DOMAIN", with_fields(close, (path, value)))


def valid_heads(case, entries):
    payment = entries[0]
    for entry in entries:
        shown = entry["visibility"]
        for kind in KINDS:
            kinds = [("kind", kind)] + [(("batch", "kind"), kind)] * (shown == "BATCH")
            case(f"kind {kind}, {shown}", "VALID", with_fields(entry, *kinds))
        for day in ("1900-01-01", "2000-02-29", "2024-02-29", "2025-12-31", "9999-12-31"):
            case(f"day {day}, {shown}", "VALID", with_fields(entry, ("effectiveDate", day)))
        for time in (
            "1970-01-01T00:00:00.000Z", "2024-02-29T23:59:59.999Z", "2025-01-03T02:00:00.001Z",
            "2025-01-03T02:00:00.100Z", "9999-12-31T23:59:59.999Z",
        ):
            case(f"recorded {time}, {shown}", "VALID", with_fields(entry, ("recordedAt", time)))
    for index in (1, 255, 256, 2**32, 2**53 - 1, str(2**53), str(LONGEST)):
        case(f"index {index}", "VALID", with_fields(payment, ("index", index)))
    for book in ("a", "安和苑", "A-1_b.c:d/e#f*", "b" * 64):
        case(f"book {book}", "VALID", with_fields(payment, ("book", book)))


def valid_texts(case, payment, charge):
    for entry in (payment, charge):
        shown = entry["visibility"]
        for what, text in (
            ("none", ""), ("one letter", "a"), ("500 characters", "修" * 500),
            ("beyond the basic plane", "\U0001f3e0\U00020000\U0010ffff"), ("composed", "\u00e9"),
            ("decomposed", "e\u0301"), ("white space", " a\tb\nc "), ("a zero", "a\0b"),
            ("right to left", "\u0634\u0643\u0631"), ("a byte order mark", "\ufeffa"),
            ("not a character", "\uffff"), ("marks of JSON", "\"\\/{}\u2028"),
        ):
            case(f"narrative: {what}, {shown}", "VALID", with_fields(entry, ("narrative", text)))
        for what, salt in (("zeros", "00" * 32), ("ones", "ff" * 32), ("capitals", "AB" * 32)):
            case(f"salt: {what}, {shown}", "VALID", with_fields(entry, ("narrativeSalt", salt)))
        for name in ("E", "pay/E0001", "收据:1_2#3.4-5", "\u00e9\u0661", "e" * 64):
            case(f"entry id {name}, {shown}", "VALID", with_fields(entry, ("entryId", name)))
            case(f"reverses {name}, {shown}", "VALID", with_fields(entry, ("reverses", name)))
        for nothing in (None, ""):
            case(f"reverses nothing, {shown}", "VALID", with_fields(entry, ("reverses", nothing)))
        for name in ("x", "银行流水", " a b ", "s" * 32):
            case(f"source type {name}, {shown}", "VALID", with_fields(entry, ("sourceType", name)))
        for name in ("1", "凭证 7", "n" * 64):
            case(f"source id {name}, {shown}", "VALID", with_fields(entry, ("sourceId", name)))


def valid_postings(case, payment, charge):
    def two(debit, credit, amount=1, currency="CNY", **unit):
        sides = ((debit, "D"), (credit, "C"))
        return [posting(a, s, amount, **unit) | {"currency": currency} for a, s in sides]

    for entry, unit in ((payment, {}), (charge, {"unit": "3-1-1201"})):
        shown = entry["visibility"]

        def of(what, postings):
            case(f"{what}, {shown}", "VALID", with_fields(entry, ("postings", postings)))

        for account in (*ACCOUNTS, "a.b", "A.-.9", "x." + "y" * 62):
            of(f"debit {account}", two(account, "service.cash", **unit))
        for amount in (0, 1, 255, 256, 2**31, 2**32, 2**53 - 1, str(2**53), str(LONGEST)):
            of(f"amount {amount}", two("service.cash", "service.income", amount, **unit))
        for currency in ("USD", "HKD", "JPY", "KWD"):
            of(currency, two("service.cash", "service.income", 5, currency, **unit))
        for count in (1, 3, 100):
            lines = [posting(ACCOUNTS[n % 6], "DC"[n % 2], n + 1, **unit) for n in range(count)]
            of(f"{count} postings", lines)
    for unit in ("1", "3-2-1102", "甲/101#2", "A_b.c:d*", "u" * 64):
        postings = two("service.receivable", "service.income", 18040, unit=unit)
        case(f"unit {unit}", "VALID", with_fields(charge, ("postings", postings)))


def valid_batches(case, batch):
    for at, start, end in ((1, 0, 1), (9, 0, 9), (9, 8, 9), (2**53 - 1, 3, 2**53 - 1)):
        place = (("index", at), ("entryId", f"batch/{at}"))
        span = ((("batch", "fromIndex"), start), (("batch", "toIndex"), end))
        case(f"batch {start} to {end}", "VALID", with_fields(batch, *place, *span))
    for count in (0, 1, 5, 2**31 - 1):
        case(f"{count} entries", "VALID", with_fields(batch, (("batch", "entryCount"), count)))
        case(f"{count} units", "VALID", with_fields(batch, (("batch", "unitCount"), count)))
    for count in (0, 1, 12):
        totals = [posting(ACCOUNTS[n % 6], "DC"[n % 2], 100 * n + 7) for n in range(count)]
        case(f"{count} totals", "VALID", with_fields(batch, (("batch", "totals"), totals)))
    for amount in (0, 1, str(2**53), str(LONGEST)):
        path = ("batch", "totals", 0, "amountMinor")
        case(f"a total of {amount}", "VALID", with_fields(batch, (path, amount)))


def changed_entries(case, entry):
    """The entry was changed, the leaf hash was not."""
    def of(what, *changes):
        what = f"entry {entry['index']}, {what}"
        case(what, "LEAF_MISMATCH", with_fields(entry, *changes), entry)

    for key in ("book", "entryId", "sourceType", "sourceId"):
        of(f"{key} longer", (key, entry[key] + "x"))
        of(f"{key} shorter", (key, entry[key][:-1]))
        of(f"{key} in other letters", (key, entry[key].swapcase()))
    of("another index", ("index", entry["index"] + 1))
    of("an index of more digits", ("index", entry["index"] + 2**32))
    for kind in KINDS:
        if kind != entry["kind"]:
            of(f"kind {kind}", ("kind", kind))
    for day in ("2025-01-02", "2025-01-04", "2025-02-03", "2024-01-03"):
        of(f"day {day}", ("effectiveDate", day))
    for time in (
        "2025-01-03T02:00:00.001Z", "2025-01-03T01:59:59.999Z", "2025-01-04T02:00:00.000Z",
    ):
        of(f"recorded {time}", ("recordedAt", time))
    of("reverses another", ("reverses", entry.get("reverses", "E-000") + "9"))
    of("narrative longer", ("narrative", entry["narrative"] + " "))
    of("narrative of another script", ("narrative", "外墙保温层维修"))
    salt = bytes.fromhex(entry["narrativeSalt"])
    for bit in (0, 100, 255):
        of(f"bit {bit} of the salt", ("narrativeSalt", flip(salt, bit).hex()))
    # Letters moved over the border of two texts: without lengths the bytes would be the same.
    kind, number = entry["sourceType"], entry["sourceId"]
    of("a border moved", ("sourceType", kind[:-1]), ("sourceId", kind[-1] + number))
    changed_postings(of, entry["postings"])


def changed_postings(of, postings):
    of("postings in another order", ("postings", postings[::-1]))
    of("a posting gone", ("postings", postings[:-1]))
    of("a posting twice", ("postings", [*postings, postings[0]]))
    for at, line in enumerate(postings):
        of(f"side of posting {at}", (("postings", at, "side"), "C" if line["side"] == "D" else "D"))
        of(f"account of posting {at}", (("postings", at, "account"), "deposits.cash"))
        of(f"currency of posting {at}", (("postings", at, "currency"), "HKD"))
        for bit in (0, 9, 31, 47, 62):
            amount = str(int(line["amountMinor"]) ^ 1 << bit)
            of(f"bit {bit} of amount {at}", (("postings", at, "amountMinor"), amount))


def changed_units(case, charge):
    def units(unit):
        return with_fields(charge, *((("postings", n, "unit"), unit) for n in range(2)))

    for unit in ("3-1-1202", "3-1-120", "3-1-1201a"):
        case(f"unit {unit}", "LEAF_MISMATCH", units(unit), charge)
    opened = with_fields(charge, ("visibility", "OPEN"))
    for line in opened["postings"]:
        del line["unit"]
    case("a household's entry shown to all", "LEAF_MISMATCH", opened, charge)


def changed_batches(case, batch):
    def of(what, *changes):
        case(f"batch: {what}", "LEAF_MISMATCH", with_fields(batch, *changes), batch)

    of("another book", ("book", "honggu-2"))
    of("another day", ("effectiveDate", "2025-01-04"))
    of("another time", ("recordedAt", "2025-01-03T02:00:00.999Z"))
    of("another index", ("index", 5), ("entryId", "batch/5"))
    for kind in KINDS:
        if kind != "BILL":
            of(f"kind {kind}", ("kind", kind), (("batch", "kind"), kind))
    of("from earlier", (("batch", "fromIndex"), 1))
    of("to earlier", (("batch", "toIndex"), 3))
    for key in ("entryCount", "unitCount"):
        for count in (0, 1, 3, 2**31 - 1):
            of(f"{key} {count}", (("batch", key), count))
    totals = batch["batch"]["totals"]
    of("totals in another order", (("batch", "totals"), totals[::-1]))
    of("a total gone", (("batch", "totals"), totals[:1]))
    for bit in range(0, 63, 9):
        amount = str(36080 ^ 1 << bit)
        of(f"bit {bit} of a total", (("batch", "totals", 1, "amountMinor"), amount))


def refused_heads(case, entry):
    def of(what, path, value):
        shown = entry["visibility"]
        case(f"{what}, {shown}", "ENTRY_FIELD", with_fields(entry, (path, value)))

    for day in (
        "", "2025-02-29", "2025-02-30", "2100-02-29", "2025-04-31", "2025-13-01", "2025-00-10",
        "2025-01-00", "2025-01-32", "2025-1-3", "20250103", "2025/01/03", " 2025-01-03",
        "2025-01-03Z", "2025-01-03T00:00", "-0001-01-01", "+2025-01-03", "+12025-01-03",
        "\uff12\uff10\uff12\uff15-01-03", "2025-W01-5", "2025\u201001\u201003",
    ):
        of(f"day {day}", "effectiveDate", day)
    for time in (
        "", "2025-01-03", "2025-01-03T02:00:00Z", "2025-01-03T02:00Z", "2025-01-03T02:00:00.00Z",
        "2025-01-03T02:00:00.0000Z", "2025-01-03T02:00:00.000", "2025-01-03T02:00:00.000z",
        "2025-01-03t02:00:00.000Z", "2025-01-03 02:00:00.000Z", "2025-01-03T02:00:00,000Z",
        "2025-01-03T02:00:00.000+00:00", "2025-01-03T10:00:00.000+08:00",
        "2025-01-03T24:00:00.000Z", "2025-01-03T25:00:00.000Z", "2025-01-03T02:60:00.000Z",
        "2025-01-03T02:00:60.000Z", "2025-01-03T23:59:60.000Z", "2025-02-30T02:00:00.000Z",
        "2025-13-03T02:00:00.000Z", "2025-01-03T2:00:00.000Z", "+12025-01-03T02:00:00.000Z",
    ):
        of(f"recorded {time}", "recordedAt", time)
    for index in (-1, str(-(2**63)), str(2**63), str(2**64)):
        of(f"index {index}", "index", index)


def refused_texts(case, entry):
    """Half of a surrogate pair has no UTF-8, wherever it stands."""
    paths = [("book",), ("kind",), ("entryId",)]
    if entry["visibility"] == "BATCH":
        paths += [("batch", "kind"), ("batch", "totals", 0, "account")]
        paths += [("batch", "totals", 0, "currency")]
    else:
        paths += [("sourceType",), ("sourceId",), ("reverses",), ("narrative",)]
        paths += [("postings", 1, key) for key in ("account", "currency", "unit")]
    for path in paths:
        name = f"{'.'.join(map(str, path))}, {entry['visibility']}"
        for what, text in (
            ("a high half alone", "\ud83c"), ("a low half alone", "\udfe0"),
            ("the halves exchanged", "a\udfe0\ud83cb"), ("a high half at the end", "ab\udbff"),
        ):
            case(f"{what}: {name}", "ENTRY_FIELD", with_fields(entry, (path, text)))


def refused_bodies(case, entry):
    def of(what, path, value):
        shown = entry["visibility"]
        case(f"{what}, {shown}", "ENTRY_FIELD", with_fields(entry, (path, value)))

    for salt in ("", "00", "00" * 31, "00" * 33, "0" * 63, "zz" * 32, "0x" + "00" * 31, " " * 64):
        of(f"salt of {len(salt)} characters", "narrativeSalt", salt)
    for side in ("", "X", "d", "c", "DC", "DEBIT", "D ", "\uff24"):
        of(f"side {side}", ("postings", 0, "side"), side)
    for amount in (
        -1, -1250000, str(-(2**63)), str(2**63), str(2**64 + 1), "", "1e3", "1.0", "0x10",
    ):
        for at in range(2):
            of(f"amount {amount} of posting {at}", ("postings", at, "amountMinor"), amount)


def refused_batches(case, batch):
    def of(what, path, value):
        case(f"batch: {what}", "ENTRY_FIELD", with_fields(batch, (("batch", *path), value)))

    for key in ("fromIndex", "toIndex"):
        for value in (-1, str(-(2**63)), str(2**63)):
            of(f"{key} {value}", (key,), value)
    for key in ("entryCount", "unitCount"):
        for value in (-1, -(2**31), 2**32, 2**53 - 1):
            of(f"{key} {value}", (key,), value)
    for at in range(2):
        for amount in (-1, str(2**63), "many"):
            of(f"total {amount}", ("totals", at, "amountMinor"), amount)
        for side in ("", "d", "CREDIT"):
            of(f"side {side}", ("totals", at, "side"), side)


def outside_heads(case, entry):
    def of(what, key, value):
        case(what, "OUTSIDE_DOMAIN", with_fields(entry, (key, value)))

    for book in ("", " ", "a b", "a\tb", "b" * 65, "\U0001f3e0", "a+b", "a,b"):
        of(f"book '{book}'", "book", book)
    for kind in ("", "CHARGE", "payment", "PAYMENT ", "FEE-RECEIPT"):
        of(f"kind '{kind}'", "kind", kind)
    for day in ("0000-01-01", "0001-01-01", "1582-10-10", "1899-12-31"):
        of(f"day {day}", "effectiveDate", day)


def outside_bodies(case, entry):
    def of(what, path, value):
        shown = entry["visibility"]
        case(f"{what}, {shown}", "OUTSIDE_DOMAIN", with_fields(entry, (path, value)))

    for name in (" ", "a b", "a\nb", "e" * 65, "\U0001f3e0", "a+b", "a*b"):
        of(f"entry id '{name}'", "entryId", name)
        of(f"reverses '{name}'", "reverses", name)
    of("entry id ''", "entryId", "")
    for key, longest in (("sourceType", 32), ("sourceId", 64)):
        of(f"{key} ''", key, "")
        of(f"{key} of {longest + 1}", key, "s" * (longest + 1))
    for code in (
        "", "1002", "service", "service.", ".cash", "service..cash", "service.cash ",
        "service cash", "service.现金", "service/cash", "service_fund.cash", "service.\n",
        "x." + "y" * 63,
    ):
        of(f"account '{code}'", ("postings", 1, "account"), code)
    for currency in ("", "cny", "CN", "CNYY", "ZZZ", "人民币", "\u00a5"):
        of(f"currency '{currency}'", ("postings", 0, "currency"), currency)


def outside_units(case, payment, charge):
    def of(what, entry, *units):
        lines = ((("postings", at, "unit"), unit) for at, unit in enumerate(units))
        case(what, "OUTSIDE_DOMAIN", with_fields(entry, *lines))

    of("an open entry with a unit", payment, "3-1-1201", "3-1-1201")
    of("an open entry with a unit on one line", payment, "3-1-1201")
    of("a household's entry without a unit", charge, "", "")
    of("a household's entry with a line without unit", charge, "3-1-1201", "")
    of("a household's entry with two units", charge, "3-1-1201", "3-1-1202")
    for unit in (" ", "3 1", "u" * 65, "3-1-1201\n", "3+1", "\U0001f3e0"):
        of(f"unit '{unit}'", charge, unit, unit)


def outside_batches(case, batch):
    def of(what, *changes):
        case(f"batch: {what}", "OUTSIDE_DOMAIN", with_fields(batch, *changes))

    for start, end in ((2, 2), (3, 2), (2, 5), (4, 5), (0, 0), (0, str(LONGEST))):
        of(f"{start} to {end}", (("batch", "fromIndex"), start), (("batch", "toIndex"), end))
    for count in (2**31, 2**32 - 1):
        of(f"{count} entries", (("batch", "entryCount"), count))
        of(f"{count} units", (("batch", "unitCount"), count))
    for name in ("", "E-0005", "batch/04", "batch/5", "BATCH/4"):
        of(f"entry id '{name}'", ("entryId", name))
    of("two kinds", (("batch", "kind"), "FEE_RECEIPT"))
    of("a kind of its own", ("kind", "BILL_BATCH"))
    of("a book with a space", ("book", "a b"))
    of("an account without a dot", (("batch", "totals", 0, "account"), "1122"))
    of("no currency", (("batch", "totals", 0, "currency"), "XX"))



# Closing balances, sealed under a root in a line of the checkpoint. The reasons:
#   VALID          the log sealed this balance
#   NOT_SIGNED     the key did not sign the checkpoint
#   NOT_SEALED     the checkpoint seals no balances of that day and number
#   PATH_INVALID   the path does not lead from the balance to the sealed root

BALANCES = [
    ("public.cash", 88000, 0),
    ("public.income.parking", 0, 88000),
    ("service.cash", 1250000, 2**53 + 5),
    ("service.expense.SF-02", 1250000, 0),
    ("service.receivable", 0, 0),
]


def balance_leaf(balance):
    fields = [lp(balance[name]) for name in ("book", "through", "account")]
    amounts = [number(int(balance[name]), 8) for name in ("debitsMinor", "creditsMinor")]
    return b"".join([lp("xinyi/balance/v1"), *fields, *amounts, lp(balance["currency"])])


def balance_requests():
    balances = [
        {
            "book": "honggu-1",
            "through": "2025-01-31",
            "account": account,
            "debitsMinor": debits if debits < 2**53 else str(debits),
            "creditsMinor": credits if credits < 2**53 else str(credits),
            "currency": "CNY",
        }
        for account, debits, credits in BALANCES
    ]
    hashes = [leaf_hash(balance_leaf(balance)) for balance in balances]
    lines = ["time 2025-02-01T00:00:00.000Z"]
    lines.append(f"balances 2025-01-31 {len(hashes)} {b64(tree(hashes))}")
    text = checkpoint_text(8, seeded("a root")) + "\n".join(lines) + "\n"
    note = note_of(text, signature_line(NAME, SEED, text))
    for index, balance in enumerate(balances):
        path = hexes(inclusion(index, hashes))
        proof = {"index": index, "size": len(hashes), "path": path}
        key = vkey(NAME, public(SEED))
        yield {"balance": balance, "proof": proof, "checkpoint": note, "vkey": key}


def resealed(request, old, new):
    text = request["checkpoint"].split("\n\n")[0] + "\n"
    text = text.replace(old, new)
    return note_of(text, signature_line(NAME, SEED, text))


def balance_vectors():
    cases = Cases()
    requests = list(balance_requests())
    for request in requests:
        cases.add("as made", "balance", "VALID", request=request)
    for at, request in enumerate(requests):

        def changed(what, reason, path, value):
            other = copy.deepcopy(request)
            holder = other
            for name in path[:-1]:
                holder = holder[name]
            holder[path[-1]] = value
            cases.add(what, "balance", reason, request=other)

        balance, proof = request["balance"], request["proof"]
        for name in ("debitsMinor", "creditsMinor"):
            more = int(balance[name]) + 1
            more = more if more < 2**53 else str(more)
            changed(f"one fen more {name}", "PATH_INVALID", ("balance", name), more)
        changed("another account", "PATH_INVALID", ("balance", "account"), "service.income")
        changed("another book", "PATH_INVALID", ("balance", "book"), "honggu-2")
        changed("another currency", "PATH_INVALID", ("balance", "currency"), "USD")
        changed("another day", "NOT_SEALED", ("balance", "through"), "2025-02-28")
        changed("another index", "PATH_INVALID", ("proof", "index"), (at + 1) % len(requests))
        changed("another size", "NOT_SEALED", ("proof", "size"), len(requests) + 1)
        changed("a path too short", "PATH_INVALID", ("proof", "path"), proof["path"][:-1])
        longer = proof["path"] + proof["path"][:1]
        changed("a path too long", "PATH_INVALID", ("proof", "path"), longer)
        for i, sibling in enumerate(proof["path"]):
            other = flip(bytes.fromhex(sibling), 7 * i).hex()
            changed("a changed hash", "PATH_INVALID", ("proof", "path", i), other)
        changed("another key", "NOT_SIGNED", ("vkey",), vkey(NAME, public(OTHER_SEED)))
        unsigned = request["checkpoint"].replace("\n8\n", "\n9\n")
        changed("a forged checkpoint", "NOT_SIGNED", ("checkpoint",), unsigned)
        for old, new in (
            ("balances 2025-01-31 5 ", "balances 2025-01-30 5 "),
            ("balances 2025-01-31 5 ", "balances 2025-01-31 4 "),
            ("balances 2025-01-31 5 ", "balances  2025-01-31 5 "),
            ("balances 2025-01-31 5 ", "balance 2025-01-31 5 "),
            ("balances 2025-01-31 5 ", "balances 2025-01-31 05 "),
            ("balances ", "digest SM3\nbalances "),
        ):
            changed(f"sealed as {new!r}", "NOT_SEALED", ("checkpoint",), resealed(request, old, new))
        root = request["checkpoint"].split("2025-01-31 5 ")[1].split("\n")[0]
        swapped = resealed(request, root, b64(seeded("another root")))
        changed("another sealed root", "PATH_INVALID", ("checkpoint",), swapped)
        cut = resealed(request, root, root[:-4])
        changed("a sealed root cut short", "NOT_SEALED", ("checkpoint",), cut)
    return {"balances": cases.cases}


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
    write(TRUST, "leaf-vectors.json", about, leaf_vectors())
    write(TRUST, "balance-vectors.json", about, balance_vectors())
    write(WEB, "proof-vectors.json", about, entry_vectors())


main()

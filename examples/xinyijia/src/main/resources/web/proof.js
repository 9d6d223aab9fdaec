// Checks an entry proof of a community's book, here in the reader's own browser or in Node.
// One plain script without dependencies: globalThis.XinyiProof, or module.exports in Node.
// Formats: docs/leaf-format.md, RFC 9162 section 2.1, C2SP signed-note and tlog-checkpoint,
// RFC 8032. The refusal names are those of the Java library and of the test vectors.
(function () {
  'use strict';

  // Everything thrown on purpose is an Error whose reason is the name of the broken rule.
  function must(condition, reason, detail = '') {
    if (!condition) throw Object.assign(new Error(`${reason} ${detail}`), { reason, detail });
  }

  // ---- Bytes ----
  function concat(...parts) {
    const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    parts.reduce((at, part) => (joined.set(part, at), at + part.length), 0);
    return joined;
  }
  const equal = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
  const toHex = (bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

  function hash32(hex, reason, detail) {
    must(typeof hex === 'string' && /^[0-9a-fA-F]{64}$/.test(hex), reason, detail);
    return Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
  }
  // Only the canonical spelling: atob alone would also take white space and stray bits.
  function fromBase64(text, reason) {
    must(/^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0, reason, text);
    const binary = atob(text);
    must(btoa(binary) === text, reason, text);
    return Uint8Array.from(binary, (c) => c.charCodeAt(0));
  }
  function utf8(text, reason, detail) {
    must(typeof text === 'string' && !/\p{Surrogate}/u.test(text), reason, detail);
    return new TextEncoder().encode(text);
  }
  function bigEndian(value, bytes) {
    const out = new Uint8Array(bytes);
    for (let i = bytes - 1; i >= 0; i--, value >>= 8n) out[i] = Number(value & 255n);
    return out;
  }
  // Numbers above 2^53 come as decimal strings or BigInt: a plain number would not be exact.
  function integer(value, reason, detail) {
    const decimal = typeof value === 'string' && /^(0|-?[1-9][0-9]{0,18})$/.test(value);
    must(decimal || typeof value === 'bigint' || Number.isSafeInteger(value), reason, detail);
    return BigInt(value);
  }
  const littleEndian = (bytes) => BigInt('0x' + toHex(bytes.slice().reverse()));

  // ---- SHA-2 without Web Crypto: one routine for 32-bit and 64-bit words (FIPS 180-4) ----
  const PRIMES = [];
  for (let n = 2; PRIMES.length < 80; n++) if (PRIMES.every((p) => n % p)) PRIMES.push(n);

  // The first 64 fraction bits of a square or cube root, from which the constants are taken.
  function rootFraction(prime, degree) {
    const scaled = BigInt(prime) << BigInt(64 * degree);
    let root = 0n;
    for (let bit = 1n << 68n; bit > 0n; bit >>= 1n) {
      if ((root + bit) ** BigInt(degree) <= scaled) root += bit;
    }
    return BigInt.asUintN(64, root);
  }

  const ROUND_CONSTANTS = PRIMES.map((prime) => rootFraction(prime, 3));
  const START = PRIMES.slice(0, 8).map((prime) => rootFraction(prime, 2));
  const SHA256 = { bits: 32n, rounds: 64, rotations: [2, 13, 22, 6, 11, 25, 7, 18, 3, 17, 19, 10] };
  const SHA512 = { bits: 64n, rounds: 80, rotations: [28, 34, 39, 14, 18, 41, 1, 8, 7, 19, 61, 6] };

  function sha2(message, { bits, rounds, rotations }) {
    const mask = (1n << bits) - 1n;
    const r = rotations.map(BigInt);
    const rotate = (x, n) => ((x >> n) | (x << (bits - n))) & mask;
    const bytes = Number(bits) / 8;
    const block = 16 * bytes;
    const zeros = (block - ((message.length + 1 + 2 * bytes) % block)) % block;
    const length = bigEndian(BigInt(message.length) * 8n, 2 * bytes);
    const padded = concat(message, [0x80], new Uint8Array(zeros), length);
    const state = START.map((word) => word >> (64n - bits));
    for (let start = 0; start < padded.length; start += block) {
      const word = (t) => padded.subarray(start + t * bytes, start + (t + 1) * bytes);
      const w = Array.from({ length: 16 }, (_, t) => BigInt('0x' + toHex(word(t))));
      for (let t = 16; t < rounds; t++) {
        const early = rotate(w[t - 15], r[6]) ^ rotate(w[t - 15], r[7]) ^ (w[t - 15] >> r[8]);
        const late = rotate(w[t - 2], r[9]) ^ rotate(w[t - 2], r[10]) ^ (w[t - 2] >> r[11]);
        w.push((w[t - 16] + early + w[t - 7] + late) & mask);
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let t = 0; t < rounds; t++) {
        const s1 = rotate(e, r[3]) ^ rotate(e, r[4]) ^ rotate(e, r[5]);
        const choice = (e & f) ^ (~e & mask & g);
        const t1 = h + s1 + choice + (ROUND_CONSTANTS[t] >> (64n - bits)) + w[t];
        const s0 = rotate(a, r[0]) ^ rotate(a, r[1]) ^ rotate(a, r[2]);
        const majority = (a & b) ^ (a & c) ^ (b & c);
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & mask, c, b, a, (t1 + s0 + majority) & mask];
      }
      [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (state[i] + word) & mask));
    }
    return concat(...state.map((word) => bigEndian(word, bytes)));
  }

  // ---- Ed25519 without Web Crypto (RFC 8032 section 5.1); verification handles no secret ----
  const P = 2n ** 255n - 19n;
  const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
  const mod = (x) => ((x % P) + P) % P;

  // Square and multiply, the same for numbers and for points.
  function repeat(times, base, neutral, combine) {
    let result = neutral;
    for (; times > 0n; times >>= 1n, base = combine(base, base)) {
      if (times & 1n) result = combine(result, base);
    }
    return result;
  }
  const power = (base, exponent) => repeat(exponent, base, 1n, (a, b) => (a * b) % P);
  const inverse = (x) => power(mod(x), P - 2n);
  const D = mod(-121665n * inverse(121666n));
  const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);
  const NEUTRAL = { x: 0n, y: 1n, z: 1n, t: 0n };

  // Refuses what RFC 8032 section 5.1.3 refuses: y not below p, no x, and minus zero.
  function decodePoint(bytes) {
    const encoded = littleEndian(bytes);
    const [sign, y] = [encoded >> 255n, BigInt.asUintN(255, encoded)];
    if (bytes.length !== 32 || y >= P) return null;
    const square = mod((y * y - 1n) * inverse(D * y * y + 1n));
    let x = power(square, (P + 3n) / 8n);
    if (mod(x * x) !== square) x = mod(x * ROOT_OF_MINUS_ONE);
    if (mod(x * x) !== square || (x === 0n && sign === 1n)) return null;
    if ((x & 1n) !== sign) x = P - x;
    return { x, y, z: 1n, t: mod(x * y) };
  }
  function encodePoint(point) {
    const scale = inverse(point.z);
    const [x, y] = [mod(point.x * scale), mod(point.y * scale)];
    return bigEndian(y | ((x & 1n) << 255n), 32).reverse();
  }
  function addPoints(p, q) {
    const a = (p.y - p.x) * (q.y - q.x);
    const b = (p.y + p.x) * (q.y + q.x);
    const c = 2n * D * mod(p.t * q.t);
    const d = 2n * p.z * q.z;
    const [e, f, g, h] = [mod(b - a), mod(d - c), mod(d + c), mod(b + a)];
    return { x: mod(e * f), y: mod(g * h), z: mod(f * g), t: mod(e * h) };
  }
  const multiply = (scalar, point) => repeat(scalar, point, NEUTRAL, addPoints);
  const GENERATOR = decodePoint(bigEndian(mod(4n * inverse(5n)), 32).reverse());

  // A key of small order fits many texts. Eight times such a point is the neutral one.
  function decodePublicKey(bytes) {
    const point = bytes.length === 32 ? decodePoint(bytes) : null;
    return point && multiply(8n, point).x !== 0n ? point : null;
  }
  function verifyByHand(keyPoint, key, message, signature) {
    const r = signature.subarray(0, 32);
    const s = littleEndian(signature.subarray(32));
    const k = littleEndian(sha2(concat(r, key, message), SHA512)) % ORDER;
    const minusKey = { ...keyPoint, x: mod(-keyPoint.x), t: mod(-keyPoint.t) };
    return equal(encodePoint(addPoints(multiply(s, GENERATOR), multiply(k, minusKey))), r);
  }

  // ---- Signed notes and checkpoints ----
  const [MAX_NOTE_BYTES, MAX_SIGNATURES, MAX_LONG] = [65536, 16, 2n ** 63n - 1n];

  function requireKeyName(name) {
    must(name !== '' && !/[\p{White_Space}+\0-\x1f]/u.test(name), 'KEY_NAME', name);
    utf8(name, 'NOTE_NOT_UTF8');
  }

  function parseSignatureLine(line) {
    const space = line.lastIndexOf(' ');
    must(line.startsWith('\u2014 ') && space >= 2, 'SIGNATURE_LINE', line);
    const decoded = fromBase64(line.slice(space + 1), 'SIGNATURE_ENCODING');
    must(decoded.length > 4, 'SIGNATURE_ENCODING', line);
    const name = line.slice(2, space);
    requireKeyName(name);
    return { name, keyId: toHex(decoded.subarray(0, 4)), signature: decoded.subarray(4) };
  }

  // Takes the note as a string, or as the bytes of a file.
  function parseNote(note) {
    must(note.length <= MAX_NOTE_BYTES, 'NOTE_TOO_LARGE');
    const raw = typeof note === 'string' ? utf8(note, 'NOTE_NOT_UTF8') : note;
    must(raw.length <= MAX_NOTE_BYTES, 'NOTE_TOO_LARGE');
    note = new TextDecoder('utf-8', { ignoreBOM: true }).decode(raw);
    must(equal(utf8(note), raw), 'NOTE_NOT_UTF8');
    must(!/[\0-\x09\x0b-\x1f]/.test(note), 'NOTE_CONTROL_CHARACTER');
    must(note.endsWith('\n'), 'NOTE_NO_FINAL_NEWLINE');
    const blank = note.lastIndexOf('\n\n');
    must(blank >= 0, 'NOTE_NO_BLANK_LINE');
    const lines = note.slice(blank + 2).split('\n').slice(0, -1);
    must(lines.length <= MAX_SIGNATURES, 'NOTE_TOO_MANY_SIGNATURES');
    must(lines.length > 0, 'NOTE_NO_SIGNATURE');
    return { text: note.slice(0, blank + 1), signatures: lines.map(parseSignatureLine) };
  }

  function parseCheckpoint(text) {
    const lines = text.slice(0, -1).split('\n');
    must(lines.length >= 3 && lines.every((line) => line !== ''), 'CHECKPOINT_LINES');
    const [origin, size, root, ...extensions] = lines;
    const decimal = /^(0|[1-9][0-9]{0,18})$/.test(size);
    must(decimal && BigInt(size) <= MAX_LONG, 'CHECKPOINT_SIZE', size);
    const hash = fromBase64(root, 'CHECKPOINT_ROOT');
    must(hash.length === 32, 'CHECKPOINT_ROOT', root);
    must(size !== '0' || equal(hash, sha2([], SHA256)), 'CHECKPOINT_ROOT', root);
    return { origin, size: BigInt(size), root: hash, extensions };
  }

  // ---- Everything that hashes, bound to a Web Crypto object or, if there is none, to null ----
  function bind(subtle) {
    const sha256 = async (bytes) =>
      subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha2(bytes, SHA256);

    async function verifyEd25519(key, message, signature) {
      const keyPoint = decodePublicKey(key);
      if (!keyPoint || signature.length !== 64) return false;
      if (!decodePoint(signature.subarray(0, 32))) return false;
      if (littleEndian(signature.subarray(32)) >= ORDER) return false;
      // Not every browser knows Ed25519: where it does not, the plain script decides.
      const importing = subtle?.importKey('raw', key, 'Ed25519', false, ['verify']);
      const imported = await importing?.catch(() => null);
      if (!imported) return verifyByHand(keyPoint, key, message, signature);
      return subtle.verify('Ed25519', imported, signature, message);
    }

    async function parseVerifierKey(vkey) {
      const parts = /^([^+]*)\+([0-9a-f]{8})\+([^]*)$/.exec(vkey);
      must(parts, 'VKEY_FORMAT', vkey);
      const [, name, keyId, encoded] = parts;
      const typed = fromBase64(encoded, 'VKEY_FORMAT');
      must(typed[0] === 1, 'VKEY_ALGORITHM');
      requireKeyName(name);
      const key = typed.slice(1);
      must(decodePublicKey(key), 'PUBLIC_KEY');
      const digest = await sha256(concat(utf8(name), [0x0a], typed));
      must(toHex(digest.subarray(0, 4)) === keyId, 'VKEY_KEY_ID', keyId);
      return { name, keyId, key };
    }

    // Yields the note if the key signed it. Unknown keys are ignored, as the specification asks.
    async function verifyNote(note, vkey) {
      const verifier = await parseVerifierKey(vkey);
      const parsed = parseNote(note);
      const isMine = (line) => line.name === verifier.name && line.keyId === verifier.keyId;
      const mine = parsed.signatures.filter(isMine);
      must(mine.length > 0, 'KEY_NOT_FOUND', vkey);
      for (const { signature } of mine) {
        const signed = await verifyEd25519(verifier.key, utf8(parsed.text), signature);
        must(signed, 'SIGNATURE_INVALID');
      }
      return parsed;
    }

    // ---- Merkle proofs: hashes are bytes, numbers are given as number, string or BigInt ----
    const leafHash = (leaf) => sha256(concat([0], leaf));
    const nodeHash = (left, right) => sha256(concat([1], left, right));
    const hashOf = (hash) => (hash instanceof Uint8Array ? hash : hash32(hash, 'HASH', hash));
    const number = (value) => integer(value, 'NOT_AN_INTEGER', String(value));

    // Walks the path from a node up to the root; oldHash follows only what the old tree has.
    async function climb(node, last, oldHash, newHash, path) {
      for (const given of path) {
        must(last > 0n, 'PATH_TOO_LONG');
        const sibling = hashOf(given);
        if (node % 2n === 1n || node === last) {
          oldHash = await nodeHash(sibling, oldHash);
          newHash = await nodeHash(sibling, newHash);
          // A node without a sibling is carried up until it becomes a right child.
          for (; node % 2n === 0n && node > 0n; node >>= 1n, last >>= 1n);
        } else {
          newHash = await nodeHash(newHash, sibling);
        }
        node >>= 1n;
        last >>= 1n;
      }
      must(last === 0n, 'PATH_TOO_SHORT');
      return [oldHash, newHash];
    }

    async function checkInclusion(leaf, proof, root) {
      const [index, size] = [number(proof.index), number(proof.size)];
      must(index >= 0n && size >= 0n, 'NEGATIVE_NUMBER');
      must(size > 0n, 'EMPTY_TREE');
      must(index < size, 'INDEX_BEYOND_SIZE');
      const start = hashOf(leaf);
      const [, hash] = await climb(index, size - 1n, start, start, proof.path);
      must(equal(hash, hashOf(root)), 'ROOT_MISMATCH');
    }

    async function checkConsistency(proof, givenOldRoot, givenNewRoot) {
      const [oldRoot, newRoot] = [hashOf(givenOldRoot), hashOf(givenNewRoot)];
      const [oldSize, newSize] = [number(proof.oldSize), number(proof.newSize)];
      must(oldSize >= 0n && newSize >= 0n, 'NEGATIVE_NUMBER');
      must(oldSize <= newSize, 'OLD_SIZE_GREATER');
      must(oldSize > 0n, 'EMPTY_TREE');
      const path = [...proof.path];
      if (oldSize === newSize) {
        must(path.length === 0, 'PATH_NOT_EMPTY');
        must(equal(oldRoot, newRoot), 'NEW_ROOT_MISMATCH');
        return;
      }
      must(path.length > 0, 'PATH_TOO_SHORT');
      let [node, last] = [oldSize - 1n, newSize - 1n];
      for (; node % 2n === 1n; node >>= 1n, last >>= 1n);
      // A power of two is one complete subtree, whose hash the verifier holds: the old root.
      const start = (oldSize & (oldSize - 1n)) === 0n ? oldRoot : hashOf(path.shift());
      const [oldHash, newHash] = await climb(node, last, start, start, path);
      must(equal(oldHash, oldRoot), 'OLD_ROOT_MISMATCH');
      must(equal(newHash, newRoot), 'NEW_ROOT_MISMATCH');
    }

    // ---- Leaves: docs/leaf-format.md, version 1 ----
    const DATE = /^\d{4}-\d\d-\d\d$/;
    const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
    const U32 = (value, field) => unsigned(value, 4, 2n ** 32n - 1n, field);
    const U64 = (value, field) => unsigned(value, 8, MAX_LONG, field);
    const LP = (text, field) => LPB(utf8(text, 'ENTRY_FIELD', field));
    const LPB = (bytes) => concat(bigEndian(BigInt(bytes.length), 4), bytes);
    const bytes32 = (hex, field) => hash32(hex, 'ENTRY_FIELD', field);

    function unsigned(value, length, max, field) {
      const exact = integer(value, 'ENTRY_FIELD', field);
      must(exact >= 0n && exact <= max, 'ENTRY_FIELD', field);
      return bigEndian(exact, length);
    }

    // The 30th of February has the right form but comes back from Date as another day.
    function moment(text, pattern, field) {
      const time = typeof text === 'string' && pattern.test(text) ? new Date(text) : new Date(NaN);
      const real = !isNaN(time) && time.toISOString().startsWith(text.slice(0, 23));
      must(real, 'ENTRY_FIELD', field);
      return LP(text, field);
    }

    function postingBytes(posting, field, withUnit) {
      must(posting.side === 'D' || posting.side === 'C', 'ENTRY_FIELD', `${field}.side`);
      return concat(
        LP(posting.account, `${field}.account`), LP(posting.side),
        U64(posting.amountMinor, `${field}.amountMinor`), LP(posting.currency, `${field}.currency`),
        withUnit ? LP(posting.unit ?? '', `${field}.unit`) : []
      );
    }
    function listBytes(postings, field, withUnit) {
      must(Array.isArray(postings), 'ENTRY_FIELD', field);
      const each = postings.map((p, i) => postingBytes(p, `${field}[${i}]`, withUnit));
      return concat(U32(postings.length, field), ...each);
    }

    // Erased text leaves only its commitment; where both are there they must agree.
    async function narrativeCommitment(entry) {
      const { narrative = null, narrativeCommitment: given = null } = entry;
      const kept = given === null ? null : bytes32(given, 'narrativeCommitment');
      if (kept && narrative === null) return kept;
      const salt = bytes32(entry.narrativeSalt, 'narrativeSalt');
      const made = await sha256(concat(LP('xinyi/text/v1'), salt, LP(narrative, 'narrative')));
      must(!kept || equal(kept, made), 'NARRATIVE_MISMATCH');
      return made;
    }
    async function bodyBytes(entry) {
      return concat(
        LP(entry.entryId, 'entryId'), LP(entry.sourceType, 'sourceType'),
        LP(entry.sourceId, 'sourceId'), LP(entry.reverses ?? '', 'reverses'),
        LPB(await narrativeCommitment(entry)), listBytes(entry.postings, 'postings', true)
      );
    }
    function batchBytes(entry) {
      const batch = entry.batch;
      must(batch !== null && typeof batch === 'object', 'ENTRY_FIELD', 'batch');
      return concat(
        LP(entry.entryId, 'entryId'), LP(batch.kind, 'batch.kind'),
        U64(batch.fromIndex, 'batch.fromIndex'), U64(batch.toIndex, 'batch.toIndex'),
        U32(batch.entryCount, 'batch.entryCount'), U32(batch.unitCount, 'batch.unitCount'),
        listBytes(batch.totals, 'batch.totals', false)
      );
    }
    function accountBytes(entry) {
      const account = entry.account;
      must(account !== null && typeof account === 'object', 'ENTRY_FIELD', 'account');
      const members = ['code', 'nameZh', 'nameEn', 'fundClass', 'type'];
      return concat(
        LP(entry.entryId, 'entryId'), ...members.map((m) => LP(account[m], `account.${m}`))
      );
    }
    async function householdCommitment(entry) {
      const salt = bytes32(entry.narrativeSalt, 'narrativeSalt');
      return sha256(concat(LP('xinyi/household/v1'), salt, await bodyBytes(entry)));
    }

    // A household's entry comes closed, as its commitment only, or opened for its own household.
    async function contentOf(entry) {
      if (entry.visibility === 'OPEN') return { content: await bodyBytes(entry) };
      if (entry.visibility === 'BATCH') return { content: batchBytes(entry) };
      if (entry.visibility === 'CLOSE') return { content: LP(entry.entryId, 'entryId') };
      if (entry.visibility === 'ACCOUNT') return { content: accountBytes(entry) };
      must(entry.visibility === 'HOUSEHOLD', 'ENTRY_FIELD', 'visibility');
      const { postings = null, commitment = null } = entry;
      if (postings === null) {
        return { content: bytes32(commitment, 'commitment'), reason: 'NOT_OPENED' };
      }
      const content = await householdCommitment(entry);
      const kept = commitment === null ? content : bytes32(commitment, 'commitment');
      must(equal(kept, content), 'COMMITMENT_MISMATCH');
      return { content };
    }

    async function leafBytes(entry, known) {
      const { content } = known ?? (await contentOf(entry));
      return concat(
        LP('xinyi/leaf/v1'), LP(entry.book, 'book'), U64(entry.index, 'index'),
        LP(entry.kind, 'kind'), LP(entry.visibility, 'visibility'),
        moment(entry.effectiveDate, DATE, 'effectiveDate'),
        moment(entry.recordedAt, INSTANT, 'recordedAt'), LPB(content)
      );
    }

    // ---- The whole check, as named steps for the page to show ----
    async function verifyEntry({ entry, proof, checkpoint, vkey, origin }) {
      const found = {};
      const steps = [];
      const step = async (name, needs, work) => {
        try {
          must(needs.every((need) => need in found), 'NOT_CHECKED');
          found[name] = (await work()) || {};
          steps.push({ name, ok: true, reason: found[name].reason || 'VALID', detail: '' });
        } catch (e) {
          const { reason = 'MALFORMED_INPUT', detail = String(e) } = e;
          steps.push({ name, ok: false, reason, detail });
        }
      };
      await step('signature', [], () => verifyNote(checkpoint, vkey));
      await step('checkpoint', ['signature'], () => {
        const parsed = parseCheckpoint(found.signature.text);
        const digest = parsed.extensions.find((line) => line.startsWith('digest '));
        must([undefined, 'digest SHA-256'].includes(digest), 'DIGEST_UNKNOWN', digest);
        must([undefined, parsed.origin].includes(origin), 'ORIGIN_MISMATCH', parsed.origin);
        return parsed;
      });
      await step('content', [], () => contentOf(entry));
      await step('leaf', ['content'], async () => leafHash(await leafBytes(entry, found.content)));
      await step('place', ['checkpoint', 'leaf'], () => {
        must(number(proof.index) === number(entry.index), 'INDEX_MISMATCH');
        must(number(proof.size) === found.checkpoint.size, 'SIZE_MISMATCH');
      });
      await step('inclusion', ['place'], () =>
        checkInclusion(found.leaf, proof, found.checkpoint.root));
      return steps;
    }

    // The closing balance of one account, under the root in a line of the checkpoint.
    async function verifyBalance({ balance, proof, checkpoint, vkey }) {
      const note = await verifyNote(checkpoint, vkey).catch(() => must(false, 'NOT_SIGNED'));
      const { extensions } = parseCheckpoint(note.text);
      const line = extensions.find((each) => each.startsWith('balances ')) ?? '';
      const start = `balances ${balance.through} ${proof.size} `;
      const known = extensions.every((l) => !l.startsWith('digest ') || l === 'digest SHA-256');
      must(known && line.startsWith(start), 'NOT_SEALED', line);
      const root = fromBase64(line.slice(start.length), 'NOT_SEALED');
      must(root.length === 32, 'NOT_SEALED', line);
      const texts = ['book', 'through', 'account'].map((name) => LP(balance[name], name));
      const amounts = ['debitsMinor', 'creditsMinor'].map((name) => U64(balance[name], name));
      const leaf = concat(LP('xinyi/balance/v1'), ...texts, ...amounts, LP(balance.currency));
      const included = checkInclusion(await leafHash(leaf), proof, root);
      await included.catch(() => must(false, 'PATH_INVALID'));
    }

    // The checks as names, for callers who want no exception.
    const named = (check) => (...given) =>
      check(...given).then(() => 'VALID', (e) => e.reason || Promise.reject(e));
    return {
      sha256, sha512: async (bytes) => sha2(bytes, SHA512), verifyEd25519, toHex,
      parseNote, parseCheckpoint, parseVerifierKey, verifyNote,
      leafBytes, leafHash, nodeHash, householdCommitment, narrativeCommitment, verifyEntry,
      verifyInclusion: named(checkInclusion), verifyConsistency: named(checkConsistency),
      verifyBalance: named(verifyBalance),
      withSubtle: bind,
    };
  }

  globalThis.XinyiProof = bind((globalThis.crypto && globalThis.crypto.subtle) || null);
  if (typeof module !== 'undefined') module.exports = globalThis.XinyiProof;
})();

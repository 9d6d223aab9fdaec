// Runs every vector through proof.js, once with Web Crypto and once with the plain script.
// Start with: node --test examples/xinyijia/src/test/js/
'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { after, test } = require('node:test');

const xinyijia = path.resolve(__dirname, '..', '..', '..');
const trust = path.resolve(xinyijia, '..', '..', 'trust-accounting', 'src', 'test', 'resources');
const read = (folder, name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));

const proofJs = require(path.join(xinyijia, 'src', 'main', 'resources', 'web', 'proof.js'));
const merkle = read(trust, 'merkle-vectors.json');
const notes = read(trust, 'note-vectors.json');
const leaves = read(trust, 'leaf-vectors.json');
const balances = read(trust, 'balance-vectors.json');
const entries = read(path.join(xinyijia, 'src', 'test', 'resources'), 'proof-vectors.json');

const bytes = (hex) => Uint8Array.from(Buffer.from(hex, 'hex'));
const totals = {};

// A browser that knows SHA-256 but not Ed25519, as many did for years.
const withoutEd25519 = {
  digest: (...given) => globalThis.crypto.subtle.digest(...given),
  importKey: () => Promise.reject(new DOMException('unknown', 'NotSupportedError')),
};

const ways = {
  'Web Crypto': proofJs,
  'Web Crypto without Ed25519': proofJs.withSubtle(withoutEd25519),
  'plain script': proofJs.withSubtle(null),
};

for (const [way, proof] of Object.entries(ways)) {
  totals[way] = { cases: 0, refused: 0 };

  const each = (name, cases, outcome) =>
    test(`${name}, ${way}`, async () => {
      assert.ok(cases.length > 0);
      for (const vector of cases) {
        assert.strictEqual(vector.valid, vector.reason === 'VALID', vector.id);
        assert.strictEqual(await outcome(vector), vector.reason, `${vector.id}: ${vector.what}`);
        totals[way].cases++;
        totals[way].refused += vector.valid ? 0 : 1;
      }
    });

  test(`the opening of an account, ${way}`, async () => {
    const entry = {
      book: 'S001', index: 9, kind: 'OPENED', visibility: 'ACCOUNT', effectiveDate: '2025-01-03',
      recordedAt: '2025-01-03T02:00:00.000Z', entryId: 'account/9',
      account: {
        code: 'service.expense.SF-09', nameZh: '绿化费', nameEn: 'Greening',
        fundClass: 'SERVICE_FUND', type: 'EXPENSE',
      },
    };
    const made = proof.toHex(await proof.leafHash(await proof.leafBytes(entry)));
    // The same hash stands in LeafTest.
    assert.strictEqual(made, 'd2267b37cb7031dd1f49f8cefe81700d8e2720459c163c3b73dc4123110829d9');
    await assert.rejects(proof.leafBytes({ ...entry, account: null }), { reason: 'ENTRY_FIELD' });
  });

  test(`the erasure of a text, ${way}`, async () => {
    const entry = {
      book: 'S001', index: 9, kind: 'ERASURE', visibility: 'OPEN', effectiveDate: '2025-01-03',
      recordedAt: '2025-01-03T02:00:00.000Z', entryId: 'erasure/9', sourceType: 'erasure',
      sourceId: '4/narrative/CONSENT_WITHDRAWN', narrativeCommitment: '11'.repeat(32), postings: [],
    };
    const made = proof.toHex(await proof.leafHash(await proof.leafBytes(entry)));
    // The same hash stands in LeafTest.
    assert.strictEqual(made, '1eab9a8f6f8415d3ed151f17a7cbca32abb9ce5c3725ed80f12a2b4546c55dce');
  });

  each('inclusion proofs', merkle.inclusion, (v) => proof.verifyInclusion(v.leafHash, v, v.root));

  each('consistency proofs', merkle.consistency, (v) =>
    proof.verifyConsistency(v, v.oldRoot, v.newRoot)
  );

  each('Ed25519 signatures', notes.ed25519, async (v) => {
    const [key, message, signature] = [v.publicKey, v.message, v.signature].map(bytes);
    return (await proof.verifyEd25519(key, message, signature)) ? 'VALID' : 'SIGNATURE_INVALID';
  });

  each('signed checkpoints', notes.notes, async (v) => {
    try {
      proof.parseCheckpoint((await proof.verifyNote(v.note, v.vkey)).text);
      return 'VALID';
    } catch (e) {
      return e.reason;
    }
  });

  each('closing balances', balances.balances, (v) => proof.verifyBalance(v.request));

  each('whole entries', entries.entries, async (v) => {
    const steps = await proof.verifyEntry(v.request);
    assert.strictEqual(steps.length, 6);
    assert.strictEqual(steps.every((step) => step.ok), v.valid, v.id);
    const named = steps.find((step) => step.name === v.step);
    assert.strictEqual(named.ok, v.valid, v.id);
    return named.reason;
  });

  test(`leaves have the bytes of the format, ${way}`, async () => {
    for (const { entry, leaf, leafHash } of entries.leaves) {
      const made = await proof.leafBytes(entry);
      assert.strictEqual(proof.toHex(made), leaf);
      assert.strictEqual(proof.toHex(await proof.leafHash(made)), leafHash);
    }
  });

  // What only the Java domain refuses still has a leaf, and the leaf must be the given one.
  each('leaves', leaves.leaves, async (v) => {
    try {
      const made = proof.toHex(await proof.leafHash(await proof.leafBytes(v.entry)));
      if (made !== v.leafHash) return 'LEAF_MISMATCH';
      return v.reason === 'OUTSIDE_DOMAIN' ? v.reason : 'VALID';
    } catch (e) {
      return e.reason;
    }
  });

  test(`a note may have 65536 bytes and no more, ${way}`, () => {
    const tail = '\n\n\u2014 a AAAAAAA=\n';
    const room = 65536 - Buffer.byteLength(tail);
    assert.strictEqual(proof.parseNote('x'.repeat(room) + tail).signatures.length, 1);
    const tooLarge = { reason: 'NOTE_TOO_LARGE' };
    assert.throws(() => proof.parseNote('x'.repeat(room + 1) + tail), tooLarge);
    assert.throws(() => proof.parseNote('\u4fe1'.repeat(room / 2) + tail), tooLarge);
  });

  test(`a note in bytes is UTF-8 or refused, ${way}`, () => {
    const { note } = notes.notes[0];
    assert.ok(proof.parseNote(new TextEncoder().encode(note)).text.length > 0);
    const notUtf8 = { reason: 'NOTE_NOT_UTF8' };
    assert.throws(() => proof.parseNote(Uint8Array.of(0xff, ...Buffer.from(note))), notUtf8);
    assert.throws(() => proof.parseNote(`\ud800${note}`), notUtf8);
  });

  test(`an unopened household entry says so, ${way}`, async () => {
    const closed = entries.entries.find((v) => v.valid && v.request.entry.index === 3);
    const steps = await proof.verifyEntry(closed.request);
    assert.strictEqual(steps.find((step) => step.name === 'content').reason, 'NOT_OPENED');
  });

  test(`SHA-2 agrees with Node at every length up to 300 bytes, ${way}`, async () => {
    const { createHash } = require('node:crypto');
    const text = Buffer.from('x'.repeat(300));
    for (let length = 0; length <= 300; length++) {
      const part = Uint8Array.from(text.subarray(0, length));
      for (const name of ['sha256', 'sha512']) {
        const expected = createHash(name).update(part).digest('hex');
        assert.strictEqual(proof.toHex(await proof[name](part)), expected);
      }
    }
  });
}

after(() => {
  for (const [way, { cases, refused }] of Object.entries(totals)) {
    console.log(`${way}: ${cases} vectors, ${refused} of them refused`);
  }
});

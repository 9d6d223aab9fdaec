// Checks a whole public book: every leaf anew, the root of the tree, and what the accounts come to.
// One plain script that needs proof.js alone: globalThis.XinyiBook, or module.exports in Node.
// The file: a first line {format, community, name, size, checkpoint, verifierKey}, then one record
// of GET /api/communities/{id}/records/{index} a line, in the order of the log.
(function () {
  'use strict';

  const proofs = globalThis.XinyiProof;
  const FORMAT = 'xinyi-book/1';
  const refuse = (reason, detail = '') => {
    throw Object.assign(new Error(`${reason} ${detail}`), { reason, detail });
  };
  const equal = (a, b) => proofs.toHex(a) === proofs.toHex(b);

  // Integers too long for a number stay decimal texts, so that no amount is ever rounded.
  function parse(line, detail) {
    const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
    try {
      return JSON.parse(line.replace(token, (p) => (/^-?\d{16,}$/.test(p) ? `"${p}"` : p)));
    } catch {
      return refuse('MALFORMED_INPUT', detail);
    }
  }

  // The root of a growing tree (RFC 9162 section 2.1.1): complete subtrees, the largest first.
  class Tree {
    constructor() {
      this.size = 0;
      this.peaks = [];
    }
    async append(leaf) {
      let hash = leaf;
      for (let bits = this.size; bits % 2 === 1; bits = (bits - 1) / 2)
        hash = await proofs.nodeHash(this.peaks.pop(), hash);
      this.peaks.push(hash);
      this.size++;
    }
    async root() {
      let hash = this.peaks[this.peaks.length - 1];
      for (let i = this.peaks.length - 2; i >= 0; i--)
        hash = await proofs.nodeHash(this.peaks[i], hash);
      return hash;
    }
  }

  async function signed(note, key) {
    const checkpoint = proofs.parseCheckpoint((await proofs.verifyNote(note, key)).text);
    const digest = checkpoint.extensions.find((line) => line.startsWith('digest '));
    if (digest !== undefined && digest !== 'digest SHA-256') refuse('DIGEST_UNKNOWN', digest);
    return checkpoint;
  }

  // Debits and credits of an open entry or a batch; both sides must be the same.
  function add(record, accounts) {
    const postings = record.visibility === 'BATCH' ? record.batch.totals : record.postings;
    let sum = 0n;
    for (const { account, accountName, side, amountMinor } of postings || []) {
      const amount = side === 'D' ? BigInt(amountMinor) : -BigInt(amountMinor);
      const known = accounts.get(account) || { name: accountName, amount: 0n };
      accounts.set(account, { name: known.name, amount: known.amount + amount });
      sum += amount;
    }
    if (sum !== 0n) refuse('UNBALANCED', String(record.index));
  }

  /**
   * Checks a book.
   *
   * @param text the whole file
   * @param given what the reader has from elsewhere, each may be empty: checkpoint, verifierKey, and
   *     earlier, a checkpoint that was kept before
   * @param progress told how many records are checked
   * @return steps {name, ok, reason, detail} up to the first that fails, and what was found
   */
  async function check(text, given = {}, progress = () => {}) {
    const steps = [];
    const found = { accounts: new Map(), counts: {} };
    const step = async (name, work) => {
      if (steps.some((one) => !one.ok)) return;
      try {
        await work();
        steps.push({ name, ok: true, reason: 'VALID', detail: '' });
      } catch (e) {
        const { reason = 'MALFORMED_INPUT', detail = String(e.message) } = e;
        steps.push({ name, ok: false, reason, detail });
      }
    };
    const lines = text.split('\n');
    if (lines[lines.length - 1] === '') lines.pop();
    const tree = new Tree();
    let earlierRoot = null;

    await step('file', () => {
      found.head = parse(lines[0] || '', '1');
      if (found.head.format !== FORMAT) refuse('MALFORMED_INPUT', String(found.head.format));
    });
    await step('signature', async () => {
      const key = given.verifierKey || found.head.verifierKey;
      found.checkpoint = await signed(given.checkpoint || found.head.checkpoint, key);
      if (given.earlier) found.earlier = await signed(given.earlier, key);
    });
    await step('size', () => {
      const records = BigInt(lines.length - 1);
      // A checkpoint from elsewhere may be older than the file, never newer.
      if (records < found.checkpoint.size) refuse('SIZE_MISMATCH', String(records));
      if (!given.checkpoint && records !== found.checkpoint.size)
        refuse('SIZE_MISMATCH', String(records));
      if (found.earlier && found.earlier.size > found.checkpoint.size)
        refuse('OLD_SIZE_GREATER', String(found.earlier.size));
    });
    await step('leaves', async () => {
      const size = Number(found.checkpoint.size);
      for (let index = 0; index < size; index++) {
        const record = parse(lines[index + 1], String(index));
        if (String(record.index) !== String(index)) refuse('INDEX_MISMATCH', String(index));
        if (record.book !== found.head.community) refuse('ORIGIN_MISMATCH', String(index));
        try {
          await tree.append(await proofs.leafHash(await proofs.leafBytes(record)));
        } catch (e) {
          refuse(e.reason || 'MALFORMED_INPUT', `${index} ${e.detail || ''}`);
        }
        add(record, found.accounts);
        found.counts[record.visibility] = (found.counts[record.visibility] || 0) + 1;
        if (found.earlier && BigInt(tree.size) === found.earlier.size)
          earlierRoot = await tree.root();
        if (tree.size % 500 === 0) await progress(tree.size, size);
      }
    });
    await step('root', async () => {
      if (!equal(await tree.root(), found.checkpoint.root)) refuse('ROOT_MISMATCH');
    });
    if (given.earlier) {
      await step('earlier', () => {
        if (!earlierRoot || !equal(earlierRoot, found.earlier.root)) refuse('OLD_ROOT_MISMATCH');
      });
    }
    return { steps, found, ok: steps.every((one) => one.ok) };
  }

  globalThis.XinyiBook = { check, FORMAT };
  if (typeof module !== 'undefined') module.exports = globalThis.XinyiBook;
})();

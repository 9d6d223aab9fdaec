// The proofs: a pinned checkpoint kept on this device, and the check of one record.
import { h, t, has, read, errorBox, storage, beijing, group, Problem } from './kit.js';

const proofs = globalThis.XinyiProof;
const count = (size) => group(String(size));

// ---- Steps: what was checked, in order, each as proof.js reports its own ----
function stepItem({ name, ok, reason, detail }) {
  const known = has(`reason.${reason}`);
  const said = t(known ? `reason.${reason}` : 'reason.other');
  const code = ok || known ? '' : reason;
  return h(
    'li',
    {
      class: ok ? 'ok' : 'bad',
      testid: 'verify-step',
      'data-step': name,
      'data-ok': String(ok),
      'data-reason': reason,
    },
    h('span', { class: 'sign', 'aria-hidden': 'true' }, ok ? '✓' : '✗'),
    h(
      'span',
      null,
      h('strong', null, t(`step.${name}`)),
      h(
        'span',
        { class: 'quiet' },
        ` ${said}`,
        code ? ` (${code})` : '',
        !ok && detail ? ` · ${detail}` : '',
      ),
    ),
  );
}
const stepList = (steps) => h('ol', { class: 'steps' }, steps.map(stepItem));

// Runs one check after the other and stops at the first that fails.
async function inOrder(checks) {
  const steps = [];
  for (const [name, check] of checks) {
    try {
      await check();
      steps.push({ name, ok: true, reason: 'VALID', detail: '' });
    } catch (e) {
      const offline = e instanceof Problem;
      const reason = offline ? 'NOT_FETCHED' : e.reason || 'MALFORMED_INPUT';
      steps.push({ name, ok: false, reason, detail: offline ? e.message : e.detail || '' });
      break;
    }
  }
  return steps;
}
const refuse = (reason, detail = '') => {
  throw Object.assign(new Error(reason), { reason, detail });
};

// What signs and hashes here: the browser itself, or the script that came with the page.
async function cryptoUsed(vkey) {
  const subtle = globalThis.crypto && globalThis.crypto.subtle;
  if (!subtle) return 'none';
  try {
    const { key } = await proofs.parseVerifierKey(vkey);
    await subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
    return 'full';
  } catch {
    return 'hash';
  }
}

// ---- The pin ----
const pinName = (community) => `xinyi.pin.${community}`;
export function readPin(community) {
  try {
    const pin = JSON.parse(storage(pinName(community)));
    return pin && typeof pin.note === 'string' && typeof pin.verifierKey === 'string' ? pin : null;
  } catch {
    return null;
  }
}
const parsed = (note) => proofs.parseCheckpoint(proofs.parseNote(note).text);

function consistency(base, pin, latest) {
  const found = {};
  return inOrder([
    [
      'pin',
      async () => {
        found.old = proofs.parseCheckpoint(
          (await proofs.verifyNote(pin.note, pin.verifierKey)).text,
        );
      },
    ],
    [
      'newest',
      async () => {
        found.now = proofs.parseCheckpoint(
          (await proofs.verifyNote(latest.note, pin.verifierKey)).text,
        );
      },
    ],
    [
      'origin',
      () => {
        if (found.old.origin !== found.now.origin) refuse('ORIGIN_MISMATCH', found.now.origin);
      },
    ],
    [
      'consistency',
      async () => {
        const [from, to] = [found.old.size, found.now.size];
        if (to < from) refuse('OLD_SIZE_GREATER', `${to} < ${from}`);
        let proof = { oldSize: from, newSize: to, path: [] };
        if (from !== to) {
          proof = (await read(`${base}/consistency?from=${from}&to=${to}`)).proof;
          const asked = BigInt(proof.oldSize) === from && BigInt(proof.newSize) === to;
          if (!asked) refuse('SIZE_MISMATCH');
        }
        const reason = await proofs.verifyConsistency(proof, found.old.root, found.now.root);
        if (reason !== 'VALID') refuse(reason);
      },
    ],
  ]);
}

// The state of the pin, checked once for each newest checkpoint that the page gets to see.
export class Pin {
  constructor(community, base, changed) {
    Object.assign(this, { community, base, changed, latest: null, steps: [], state: 'none' });
  }
  get kept() {
    return readPin(this.community);
  }
  async see(latest) {
    this.latest = latest;
    const pin = this.kept;
    this.steps = pin && latest ? await consistency(this.base, pin, latest) : [];
    const last = this.steps[this.steps.length - 1];
    if (!last) this.state = 'none';
    else if (last.ok) this.state = 'ok';
    else this.state = last.reason === 'NOT_FETCHED' ? 'unknown' : 'failed';
    this.changed();
  }
  async keep() {
    const { note, verifierKey } = this.latest;
    const pin = JSON.stringify({ note, verifierKey, pinnedAt: new Date().toISOString() });
    this.refused = storage(pinName(this.community), pin) === null;
    await this.see(this.latest);
  }
  async drop() {
    storage(pinName(this.community), null);
    await this.see(this.latest);
  }
}

export function pinBanner(pin) {
  return pin.state === 'failed'
    ? h(
        'div',
        { class: 'box bad wide', role: 'alert', testid: 'pin-alarm' },
        h('p', null, h('strong', null, t('pin.failed'))),
      )
    : null;
}

export function pinPanel(pin) {
  const kept = pin.kept;
  const button = (key, act, testid) =>
    h('button', { type: 'button', testid, onclick: act }, t(key));
  const panel = h('div', { class: 'pin', tabindex: '-1', testid: 'pin', 'data-state': pin.state });
  if (pin.refused) panel.append(h('p', { class: 'quiet' }, t('pin.storage')));
  if (!kept) {
    panel.append(h('p', null, t('pin.absent')));
    if (pin.latest) panel.append(button('pin.button', () => pin.keep(), 'pin-button'));
    return panel;
  }
  panel.append(
    h(
      'p',
      null,
      t('pin.have', { time: beijing(kept.pinnedAt), size: count(parsed(kept.note).size) }),
    ),
  );
  if (pin.state !== 'none') {
    const tone = { ok: 'good', failed: 'bad', unknown: 'wait' }[pin.state];
    panel.append(
      h(
        'p',
        { class: `box ${tone}`, role: 'status', testid: 'pin-result', 'data-result': pin.state },
        t(pin.state === 'ok' && kept.note === pin.latest.note ? 'pin.same' : `pin.${pin.state}`),
      ),
      h(
        'details',
        { open: pin.state === 'failed' },
        h('summary', null, t('pin.steps')),
        stepList(pin.steps),
      ),
    );
  }
  panel.append(
    h(
      'details',
      null,
      h('summary', null, t('pin.text')),
      h('pre', { tabindex: '0', 'aria-label': t('pin.text') }, kept.note, '\n', kept.verifierKey),
    ),
    // Both texts together are what a reader can show to others.
    pin.state === 'failed'
      ? h(
          'details',
          null,
          h('summary', null, t('proof.latest')),
          h('pre', { tabindex: '0' }, pin.latest.note, '\n', pin.latest.verifierKey),
        )
      : '',
    h(
      'p',
      { class: 'buttons' },
      // A pin that was contradicted is evidence: it is not overwritten by one press.
      pin.state === 'ok' && kept.note !== pin.latest.note
        ? button('pin.replace', () => pin.keep(), 'pin-button')
        : null,
      button('pin.remove', () => pin.drop(), 'pin-remove'),
    ),
  );
  return panel;
}

// Keeps the keyboard where it was when the pressed button is replaced.
export function refillPin(place, pin) {
  const focused = place.contains(document.activeElement);
  const panel = pinPanel(pin);
  place.replaceChildren(panel);
  if (focused) panel.focus({ preventScroll: true });
}

export function checkpointPanel(latest) {
  if (!latest) return h('p', { class: 'quiet' }, t('proof.none'));
  const published = t('proof.published', {
    size: count(latest.size),
    time: beijing(latest.publishedAt),
  });
  return h(
    'div',
    null,
    h('p', null, h('strong', null, t('proof.latest')), t('app.colon'), published),
    h(
      'details',
      null,
      h('summary', null, t('proof.note')),
      h('pre', { tabindex: '0', testid: 'checkpoint-text' }, latest.note),
      h(
        'p',
        null,
        t('proof.key'),
        h('br'),
        h('code', { testid: 'verifier-key' }, latest.verifierKey),
      ),
    ),
  );
}

// ---- One record ----
// A changed copy, for readers who want to see that a change is noticed.
function tampered(record) {
  const copy = JSON.parse(JSON.stringify(record));
  const posting = copy.postings ? copy.postings[0] : copy.batch && copy.batch.totals[0];
  if (posting) posting.amountMinor = String(BigInt(posting.amountMinor) + 1n);
  else copy.commitment = (copy.commitment[0] === '0' ? '1' : '0') + copy.commitment.slice(1);
  return copy;
}

// Against what to check: a note, its key, and the steps that lead from the reader to it.
async function anchorOf(way, record, pin, base, input) {
  const proofPath = `${base}/records/${record.index}/proof`;
  const kept = pin.kept;
  const answer = {};
  const fetchProof = (size) => [
    'fetch',
    async () => {
      const got = await read(size === undefined ? proofPath : `${proofPath}?size=${size}`);
      Object.assign(answer, {
        proof: got.proof,
        note: answer.note ?? got.checkpoint,
        vkey: answer.vkey ?? got.verifierKey,
      });
    },
  ];
  if (way === 'server') {
    // Once a key is pinned, no other key of the server is believed.
    answer.vkey = kept ? kept.verifierKey : undefined;
    answer.steps = await inOrder([fetchProof()]);
  } else if (way === 'pinned') {
    const { size, origin } = parsed(kept.note);
    Object.assign(answer, { vkey: kept.verifierKey, origin });
    if (BigInt(record.index) < size) {
      answer.note = kept.note;
      answer.steps = await inOrder([fetchProof(size)]);
    } else {
      // The record is younger than the pin: first the way from the pin to the newest checkpoint.
      answer.note = pin.latest.note;
      answer.steps = await consistency(base, kept, pin.latest);
      if (answer.steps.every((step) => step.ok)) {
        answer.steps.push(...(await inOrder([fetchProof(parsed(answer.note).size)])));
      }
    }
  } else {
    // Pasting often loses the last line end or turns it into that of another system.
    answer.note = `${input.note.replace(/\r\n/g, '\n').replace(/^\s+|\s+$/g, '')}\n`;
    answer.vkey = input.vkey.trim() || (kept ? kept.verifierKey : undefined);
    let size;
    answer.steps = await inOrder([
      [
        'pasted',
        () => {
          size = parsed(answer.note).size;
          if (BigInt(record.index) >= size) refuse('OLDER_THAN_RECORD', `${size}`);
        },
      ],
    ]);
    if (answer.steps[0].ok) answer.steps.push(...(await inOrder([fetchProof(size)])));
  }
  return answer;
}

export function verifyPanel(record, pin, base) {
  const choice = (value, disabled) => {
    const input = h('input', {
      type: 'radio',
      name: 'anchor',
      value,
      disabled,
      testid: `anchor-${value}`,
    });
    return {
      input,
      row: h('label', { class: 'choice' }, input, h('span', null, t(`verify.${value}`))),
    };
  };
  const choices = {
    server: choice('server', false),
    pinned: choice('pinned', !pin.kept),
    pasted: choice('pasted', false),
  };
  choices.server.input.checked = true;
  const select = (value) => () => {
    choices[value].input.checked = true;
  };
  const note = h('textarea', {
    rows: '4',
    id: 'paste',
    spellcheck: 'false',
    autocomplete: 'off',
    testid: 'checkpoint-input',
    oninput: select('pasted'),
  });
  const vkey = h('input', {
    type: 'text',
    id: 'vkey',
    spellcheck: 'false',
    autocomplete: 'off',
    testid: 'vkey-input',
    oninput: select('pasted'),
  });
  const tamper = h('input', { type: 'checkbox', testid: 'tamper-toggle' });
  const result = h('div', { class: 'result', 'aria-live': 'polite' });
  const button = h(
    'button',
    { type: 'submit', class: 'primary', testid: 'verify-button' },
    t('verify.button'),
  );

  async function run() {
    const way = Object.keys(choices).find((key) => choices[key].input.checked);
    const changed = tamper.checked;
    button.disabled = true;
    result.replaceChildren(h('p', { class: 'loading' }, t('verify.running')));
    try {
      const anchor = await anchorOf(way, record, pin, base, { note: note.value, vkey: vkey.value });
      const steps = anchor.steps;
      if (steps.every((step) => step.ok)) {
        // What is checked is the record as this page shows it, not a copy that came with the proof.
        steps.push(
          ...(await proofs.verifyEntry({
            entry: changed ? tampered(record) : record,
            proof: anchor.proof,
            checkpoint: anchor.note,
            vkey: anchor.vkey,
            origin: anchor.origin,
          })),
        );
      }
      const ok = steps.every((step) => step.ok);
      const closed = steps.some((step) => step.reason === 'NOT_OPENED');
      let verdict = closed ? 'verify.ok.closed' : 'verify.ok';
      if (!ok) {
        // Only a path that no longer leads to the root shows that the change was noticed.
        const noticed = changed && steps[steps.length - 1].reason === 'ROOT_MISMATCH';
        verdict = noticed ? `verify.failed.${closed ? 'commitment' : 'tampered'}` : 'verify.failed';
      }
      const served = !pin.kept && !(way === 'pasted' && vkey.value.trim());
      result.replaceChildren(
        h(
          'div',
          {
            class: `box ${ok ? 'good' : 'bad'}`,
            testid: 'verify-result',
            'data-result': ok ? 'ok' : 'failed',
            'data-anchor': way,
          },
          h('p', null, h('strong', null, ok ? '✓ ' : '✗ ', t(verdict))),
          stepList(steps),
        ),
        anchor.vkey
          ? h(
              'p',
              { class: 'quiet small', testid: 'crypto-used' },
              t(`proof.web.${await cryptoUsed(anchor.vkey)}`),
              ' ',
              served ? t('verify.keynote') : '',
            )
          : '',
      );
    } catch (e) {
      result.replaceChildren(
        h('div', { testid: 'verify-result', 'data-result': 'failed' }, errorBox(e)),
      );
    } finally {
      button.disabled = false;
    }
  }

  const pinPlace = h('div', null, pinPanel(pin));
  const form = h(
    'form',
    {
      class: 'verify',
      onsubmit: (event) => {
        event.preventDefault();
        run();
      },
    },
    h(
      'fieldset',
      null,
      h('legend', null, t('verify.against')),
      choices.server.row,
      choices.pinned.row,
      choices.pasted.row,
      h(
        'div',
        { class: 'paste' },
        h('label', { for: 'paste' }, t('verify.paste')),
        note,
        h('label', { for: 'vkey' }, t('verify.vkey')),
        vkey,
      ),
    ),
    h(
      'label',
      { class: 'choice' },
      tamper,
      h(
        'span',
        null,
        t(record.visibility === 'HOUSEHOLD' ? 'verify.tamper.commitment' : 'verify.tamper'),
      ),
    ),
    button,
  );
  const panel = h(
    'section',
    { class: 'card', 'aria-labelledby': 'verify-title' },
    h('h2', { id: 'verify-title' }, t('verify.title')),
    form,
    result,
    h('p', { class: 'box limit', testid: 'proof-limit' }, t('proof.limit')),
    pinPlace,
  );
  panel.refreshPin = () => {
    choices.pinned.input.disabled = !pin.kept;
    if (!pin.kept && choices.pinned.input.checked) choices.server.input.checked = true;
    refillPin(pinPlace, pin);
  };
  return panel;
}

// Whether a key signed the digest of a payment: the last 32 bytes of the X.509 form are the key.
export async function approvalSigned(digest, approval) {
  const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const key = bytes(approval.publicKey);
  const prefix = proofs.toHex(key.slice(0, -32));
  if (prefix !== '302a300506032b6570032100' || !/^[0-9a-f]{64}$/.test(digest)) return false;
  const message = Uint8Array.from(digest.match(/../g), (pair) => parseInt(pair, 16));
  return proofs.verifyEd25519(key.slice(-32), message, bytes(approval.signature));
}

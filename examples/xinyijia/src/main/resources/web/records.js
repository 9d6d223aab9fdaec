// Every record of the book, and every payment from its report to its vouchers.
import {
  beijing,
  card,
  chip,
  facts,
  fen,
  group,
  h,
  label,
  loader,
  mono,
  payeeOf,
  quiet,
  read,
  state,
  sum,
  t,
  time,
  yuan,
} from './kit.js';
import { approvalSigned, verifyPanel } from './verify.js';

// ---- Records ----
const traceLink = (id) => `#/disbursement/${encodeURIComponent(id)}`;

// The change of cash if the entry touches cash, otherwise the debits of its first fund class: an
// entry between classes states its amount once in each.
function amountOf(postings) {
  const cash = postings.filter((posting) => posting.account.endsWith('.cash'));
  if (cash.length === 0) {
    const fund = (posting) => posting.account.split('.')[0];
    const first = postings.filter((p) => p.side === 'D' && fund(p) === fund(postings[0]));
    return yuan(sum(first.map((p) => p.amountMinor)));
  }
  return yuan(
    sum(cash.map((p) => (p.side === 'D' ? fen(p.amountMinor) : -fen(p.amountMinor)))),
    '+',
  );
}
function recordText(record) {
  if (record.visibility === 'HOUSEHOLD') return t('records.household');
  if (record.visibility === 'BATCH') {
    const { entryCount, unitCount, kind } = record.batch;
    return t('records.batch', {
      count: group(entryCount),
      units: group(unitCount),
      kind: label('kind', kind),
    });
  }
  if (record.visibility === 'CLOSE') return t('records.close', { day: record.effectiveDate });
  if (record.visibility === 'ACCOUNT')
    return t(`records.account-${record.kind}`, { account: record.account.code });
  if (record.kind === 'ERASURE') return t('records.erasure', { subject: record.sourceId });
  return record.narrative ?? t('records.erased');
}
function recordAmount(record) {
  if (record.visibility === 'HOUSEHOLD')
    return h('span', { class: 'quiet' }, t('records.withheld'));
  if (['CLOSE', 'ACCOUNT'].includes(record.visibility) || record.kind === 'ERASURE')
    return h('span', { class: 'quiet' }, t('records.no-amount'));
  const postings = record.visibility === 'BATCH' ? record.batch.totals : record.postings;
  return h('span', { class: 'num strong' }, amountOf(postings));
}
const kindOf = (record) => (record.visibility === 'BATCH' ? 'BATCH' : record.kind);
const recordChips = (record) => [
  chip(label('kind', kindOf(record)), record.visibility === 'OPEN' ? '' : 'muted'),
  record.reverses ? [' ', chip(t('kind.reversal'), 'wait')] : null,
];
const recordRow = (record) =>
  h(
    'li',
    null,
    h(
      'a',
      {
        class: 'row',
        href: `#/record/${record.index}`,
        testid: 'record-row',
        'data-index': record.index,
        'data-visibility': record.visibility,
      },
      h('span', { class: 'when num' }, record.effectiveDate),
      h('span', { class: 'what' }, recordChips(record), ' ', recordText(record)),
      h('span', { class: 'much' }, recordAmount(record)),
    ),
  );

// A list that grows by pages; what was shown stays when a later page cannot be read.
function growing(list, fetchPage, row, after, none = 'app.empty') {
  const more = h('div', { class: 'more' });
  const run = loader(more, fetchPage, ({ rows, next }) => {
    const pressed = list.children.length > 0;
    const items = rows.map(row);
    list.append(...items);
    // The pressed button goes: the keyboard moves on to the first new row.
    if (pressed) items[0]?.querySelector('a')?.focus({ preventScroll: true });
    after?.(list.children.length);
    const last = next === null || next === undefined;
    if (last && list.children.length === 0) return quiet(t(none));
    return last
      ? h('span')
      : h(
          'button',
          {
            type: 'button',
            testid: 'load-more',
            onclick: () => {
              fetchPage.at = next;
              run();
            },
          },
          t('app.more'),
        );
  });
  run();
  return more;
}
// ---- Search ----
const PAGE = 20;
// How many records one press looks through at most; the reader may go on from there.
const MOST_READ = 2000;
const KINDS = [
  'PAYMENT',
  'PUBLIC_INCOME',
  'REMUNERATION_DRAW',
  'REMUNERATION_ACCRUAL',
  'BATCH',
  'OPENING',
  'PERIOD',
];

// Everything of a record that is shown in words, in lower case.
function wordsOf(record) {
  const postings = (record.visibility === 'BATCH' ? record.batch.totals : record.postings) || [];
  const hidden = record.visibility === 'HOUSEHOLD';
  return [
    recordText(record),
    record.entryId,
    record.sourceId,
    record.disbursement,
    ...postings.flatMap((posting) => [posting.account, posting.accountName]),
    hidden || postings.length === 0 ? '' : amountOf(postings).replaceAll(',', ''),
  ]
    .filter(Boolean)
    .join('\n')
    .toLowerCase();
}
const fits = (record, { words, kind, from, to }) =>
  (!kind || kindOf(record) === kind) &&
  (!from || record.effectiveDate >= from) &&
  (!to || record.effectiveDate <= to) &&
  words.every((word) => wordsOf(record).includes(word));
const isAsked = ({ words, kind, from, to }) => words.length > 0 || kind || from || to;

// Reads on until a page is full: the server's list is the only source, so that a search finds
// nothing that the list has not.
async function searched(filter, asked, start) {
  const rows = [];
  let next = start;
  let looked = 0;
  do {
    const cursor = next === undefined ? '' : `&cursor=${next}`;
    const limit = isAsked(asked) ? 200 : PAGE;
    const got = await read(`${state.base}/records?filter=${filter}&limit=${limit}${cursor}`);
    looked += got.records.length;
    rows.push(...got.records.filter((record) => fits(record, asked)));
    next = got.next;
  } while (next !== null && next !== undefined && rows.length < PAGE && looked < MOST_READ);
  return { rows, next, looked };
}

export function recordsCard() {
  const place = h('div');
  const shown = h('span', { class: 'quiet small', role: 'status', testid: 'records-count' });
  const field = (name, attributes, ...content) =>
    h(
      'div',
      { class: 'field' },
      h('label', { for: `search-${name}` }, t(`search.${name}`)),
      h(
        attributes.type ? 'input' : 'select',
        { id: `search-${name}`, name, testid: `search-${name}`, ...attributes },
        ...content,
      ),
    );
  const form = h(
    'form',
    { class: 'search', role: 'search', 'aria-label': t('search.title') },
    field('words', { type: 'search', maxlength: '60', autocomplete: 'off' }),
    field(
      'kind',
      {},
      h('option', { value: '' }, t('search.anykind')),
      KINDS.map((kind) => h('option', { value: kind }, t(`kind.${kind}`))),
    ),
    field('from', { type: 'date' }),
    field('to', { type: 'date' }),
    h(
      'div',
      { class: 'buttons' },
      h('button', { type: 'submit', testid: 'search-button' }, t('search.button')),
      h('button', { type: 'reset', class: 'plain', testid: 'search-reset' }, t('search.reset')),
    ),
  );
  const show = () => {
    const list = h('ul', { class: 'rows' });
    const given = new FormData(form);
    const text = (name) => String(given.get(name) ?? '').trim();
    const asked = {
      words: text('words').toLowerCase().split(/\s+/).filter(Boolean),
      kind: text('kind'),
      from: text('from'),
      to: text('to'),
    };
    const filter = place.dataset.filter;
    let looked = 0;
    const fetchPage = async () => {
      const got = await searched(filter, asked, fetchPage.at);
      looked += got.looked;
      return got;
    };
    const more = growing(
      list,
      fetchPage,
      recordRow,
      (n) => {
        shown.textContent = isAsked(asked)
          ? t('search.found', { n: group(n), looked: group(looked) })
          : t('records.count', { n: group(n) });
      },
      isAsked(asked) ? 'search.none' : 'app.empty',
    );
    place.replaceChildren(list, more);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show();
  });
  // The fields are empty only after the event.
  form.addEventListener('reset', () => setTimeout(show));
  const option = (filter, checked) =>
    h(
      'label',
      { class: 'choice' },
      h('input', {
        type: 'radio',
        name: 'filter',
        value: filter,
        checked,
        testid: `filter-${filter}`,
        onchange: () => {
          place.dataset.filter = filter;
          show();
        },
      }),
      h('span', null, t(`records.${filter}`)),
    );
  place.dataset.filter = 'open';
  show();
  return h(
    'section',
    { class: 'card', id: 'card-records', 'aria-labelledby': 'title-records', testid: 'records' },
    h('h2', { id: 'title-records', tabindex: '-1' }, t('records.title')),
    h(
      'fieldset',
      { class: 'filter' },
      h('legend', { class: 'unseen' }, t('records.filter')),
      option('open', true),
      option('all', false),
      shown,
    ),
    h('details', { class: 'searching' }, h('summary', null, t('search.title')), form),
    place,
  );
}

function postingTable(postings) {
  const cell = (posting, side) =>
    h('td', { class: 'num' }, posting.side === side ? yuan(posting.amountMinor) : '');
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('record.postings') },
    h(
      'table',
      { testid: 'postings' },
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          h('th', { scope: 'col' }, t('record.account')),
          h('th', { scope: 'col', class: 'num' }, t('record.debit')),
          h('th', { scope: 'col', class: 'num' }, t('record.credit')),
        ),
      ),
      h(
        'tbody',
        null,
        postings.map((posting) =>
          h(
            'tr',
            null,
            h('th', { scope: 'row' }, posting.accountName || '', ' ', mono(posting.account)),
            cell(posting, 'D'),
            cell(posting, 'C'),
          ),
        ),
      ),
    ),
  );
}

export function recordView(record) {
  const postings = record.visibility === 'BATCH' ? record.batch.totals : record.postings;
  const batch = record.batch;
  const closed = record.visibility === 'HOUSEHOLD';
  const verify = verifyPanel(record, state.pin, state.base);
  state.refresh = verify.refreshPin;
  return h(
    'div',
    { class: 'columns detail' },
    h(
      'section',
      { class: 'card', testid: 'record-detail', 'data-index': record.index },
      h('h1', { tabindex: '-1' }, t('record.title', { index: group(record.index) })),
      h('p', { class: 'lead' }, recordText(record)),
      facts(
        [t('record.amount'), recordAmount(record)],
        [t('record.kind'), recordChips(record)],
        [t('record.date'), h('span', { class: 'num' }, record.effectiveDate)],
        [t('record.recorded'), time(record.recordedAt, true)],
        record.entryId ? [t('record.entry'), mono(record.entryId)] : null,
        record.sourceId
          ? [t('record.source'), mono(`${record.sourceType} ${record.sourceId}`)]
          : null,
        record.reverses ? [t('record.reverses'), mono(record.reverses)] : null,
      ),
      batch
        ? quiet(
            t('record.range', {
              from: group(batch.fromIndex),
              to: group(BigInt(batch.toIndex) - 1n),
              kind: label('kind', batch.kind),
            }),
          )
        : null,
      closed
        ? [
            h('p', { class: 'box' }, t('record.hidden')),
            facts([t('record.commitment'), mono(record.commitment)]),
            h(
              'p',
              null,
              record.inBatch === null || record.inBatch === undefined
                ? t('record.waiting')
                : h(
                    'a',
                    { href: `#/record/${record.inBatch}` },
                    t('record.batched', { index: group(record.inBatch) }),
                  ),
            ),
          ]
        : postings
          ? [h('h2', null, t('record.postings')), postingTable(postings), quiet(t('record.names'))]
          : null,
      record.disbursement
        ? h(
            'p',
            null,
            h(
              'a',
              {
                class: 'button',
                testid: 'to-trace',
                href: traceLink(record.disbursement),
              },
              t('record.trace', { id: record.disbursement }),
            ),
          )
        : null,
      h(
        'details',
        null,
        h('summary', null, t('record.raw')),
        h('pre', { tabindex: '0' }, JSON.stringify(record, null, 2)),
      ),
    ),
    verify,
  );
}

// ---- Expenses and the trace of one ----
const STATUS_TONE = { PAID: 'good', AUTHORISED: 'wait', REQUESTED: 'muted' };
const statusChip = (item) =>
  chip(label('status', item.status), STATUS_TONE[item.status], { 'data-status': item.status });
const spendRow = (item) =>
  h(
    'li',
    null,
    h(
      'a',
      {
        class: 'row',
        href: traceLink(item.id),
        testid: 'disbursement-row',
        'data-id': item.id,
      },
      h('span', { class: 'when num' }, beijing(item.requestedAt).slice(0, 10)),
      h(
        'span',
        { class: 'what' },
        statusChip(item),
        ' ',
        item.purpose,
        h('small', { class: 'quiet' }, ` ${payeeOf(item)}`),
      ),
      h('span', { class: 'much num strong' }, yuan(item.amountMinor)),
    ),
  );
export function spendCard() {
  const list = h('ul', { class: 'rows' });
  const fetchPage = async () => {
    const cursor = fetchPage.at === undefined ? '' : `&cursor=${fetchPage.at}`;
    const got = await read(`${state.base}/disbursements?limit=8${cursor}`);
    return { rows: got.items, next: got.next };
  };
  return card(
    'spend',
    t('spend.title'),
    quiet(t('spend.lead')),
    list,
    growing(list, fetchPage, spendRow),
  );
}

function keyStep(item, approval) {
  const check = h('p', { class: 'small', testid: 'signature-check' }, t('verify.running'));
  approvalSigned(item.digest, approval)
    .catch(() => false)
    .then((ok) => {
      check.textContent = `${ok ? '✓' : '✗'} ${t(ok ? 'trace.signed' : 'trace.unsigned')}`;
      check.className = ok ? 'small good-text' : 'small warn strong';
      check.dataset.result = ok ? 'ok' : 'failed';
    });
  return {
    step: approval.side,
    title: t(`trace.key.${approval.side}`),
    at: approval.signedAt,
    content: [quiet(t('trace.credential', { id: approval.credential })), check],
  };
}
const isBooked = (item) => item.entryIndex !== null && item.entryIndex !== undefined;
function traceSteps(item, entry) {
  const { report, vouchers = [], approvals = [] } = item;
  const booked = isBooked(item);
  const steps = [
    report
      ? {
          step: 'report',
          title: t('trace.report'),
          at: report.reportedAt,
          content: [
            h('p', null, report.description),
            quiet(`${report.id} · ${report.building} · ${report.category}`),
          ],
        }
      : null,
    {
      step: 'request',
      title: t('trace.request'),
      at: item.requestedAt,
      content: [h('p', null, item.purpose), report ? null : quiet(t('trace.noreport'))],
    },
    // The two sides sign in either order: the real one is shown.
    ...[...approvals]
      .sort((a, b) => new Date(a.signedAt) - new Date(b.signedAt))
      .map((approval) => keyStep(item, approval)),
    ...['TRUSTEE', 'OWNER_BODY']
      .filter((side) => !approvals.some((approval) => approval.side === side))
      .map((side) => ({ step: side, title: t(`trace.key.${side}`) })),
    {
      step: 'payment',
      title: t('trace.payment'),
      at: item.paidAt,
      content: [
        item.bankReference ? quiet(t('trace.bank', { reference: item.bankReference })) : null,
      ],
    },
    {
      step: 'entry',
      title: t('trace.entry'),
      at: entry && entry.recordedAt,
      done: booked,
      content: !booked
        ? []
        : [
            h(
              'a',
              { class: 'button', testid: 'to-record', href: `#/record/${item.entryIndex}` },
              t('trace.jump', { index: group(item.entryIndex) }),
            ),
          ],
    },
    {
      step: 'vouchers',
      title: t('trace.vouchers'),
      done: vouchers.length > 0,
      content:
        vouchers.length > 0
          ? [h('div', { class: 'vouchers' }, vouchers.map(voucher))]
          : [quiet(t('trace.novouchers'))],
    },
  ];
  return steps.filter(Boolean);
}
function voucher(one) {
  const kind = label('voucher', one.kind);
  return h(
    'figure',
    { testid: 'voucher' },
    // Files of this server only: whatever else the answer names is not opened.
    /^\/(?!\/)/.test(one.href)
      ? h(
          'a',
          { href: one.href, target: '_blank', rel: 'noopener' },
          h('img', {
            src: one.href,
            loading: 'lazy',
            width: '480',
            height: '240',
            alt: t('trace.voucher.alt', { kind, number: one.number, date: one.date }),
          }),
        )
      : null,
    h(
      'figcaption',
      null,
      h('strong', null, kind),
      ` ${one.number} · `,
      h('span', { class: 'num' }, one.date),
      fen(one.amountMinor) === 0n
        ? null
        : [' · ', h('span', { class: 'num' }, yuan(one.amountMinor))],
      h('details', null, h('summary', null, 'SHA-256'), mono(one.sha256)),
    ),
  );
}
export function traceView([item, entry]) {
  const step = (one) => {
    const done = one.done ?? Boolean(one.at);
    return h(
      'li',
      {
        class: done ? 'done' : 'open',
        testid: 'trace-step',
        'data-step': one.step,
        'data-done': String(done),
      },
      h(
        'div',
        { class: 'line' },
        h('strong', null, one.title),
        one.at
          ? time(one.at, true)
          : done
            ? null
            : h('span', { class: 'quiet' }, t('trace.pending')),
      ),
      one.content || null,
    );
  };
  return h(
    'section',
    { class: 'card narrow', testid: 'disbursement-detail', 'data-id': item.id },
    h('h1', { tabindex: '-1' }, t('trace.title', { id: item.id }), ' ', statusChip(item)),
    h('p', { class: 'lead' }, item.purpose),
    h('p', { class: 'big num' }, yuan(item.amountMinor)),
    facts(
      [t('trace.payee'), payeeOf(item)],
      item.budgetLine
        ? [t('trace.line'), mono(item.budgetLine), ' ', item.budgetLineName || '']
        : null,
      item.status === 'PAID' || !item.expiresAt
        ? null
        : [t('trace.expires', { time: beijing(item.expiresAt) })],
      [t('trace.digest'), mono(item.digest)],
    ),
    h('h2', null, t('trace.steps')),
    h('ol', { class: 'trace', testid: 'trace' }, traceSteps(item, entry).map(step)),
  );
}
export async function loadTrace(id) {
  const item = await read(`${state.base}/disbursements/${encodeURIComponent(id)}`);
  // The time of the booking is the book's own; without it the trace is still worth showing.
  const entry = !isBooked(item)
    ? null
    : await read(`${state.base}/records/${item.entryIndex}`).catch(() => null);
  return [item, entry];
}

// The owners' page: what it shows, and where the address bar leads.
import {
  bar,
  beijing,
  chart,
  chip,
  decimal,
  empty,
  endOfDay,
  facts,
  fen,
  group,
  h,
  has,
  label,
  lang,
  loader,
  monthTable,
  percent,
  permille,
  read,
  sameScale,
  setLang,
  sum,
  t,
  time,
  yuan,
} from './kit.js';
import {
  Pin,
  approvalSigned,
  checkpointPanel,
  pinBanner,
  refillPin,
  verifyPanel,
} from './verify.js';

const page = document.getElementById('page');
const SECTIONS = [
  'balance',
  'budget',
  'flows',
  'records',
  'spend',
  'collection',
  'decisions',
  'proof',
];
const state = {
  community: null,
  base: '',
  overview: null,
  pin: null,
  home: null,
  scroll: 0,
  from: '',
};

// ---- Pieces ----
function card(id, title, ...content) {
  return h(
    'section',
    { class: 'card', id: `card-${id}`, 'aria-labelledby': `title-${id}` },
    h('h2', { id: `title-${id}`, tabindex: '-1' }, title),
    content,
  );
}
function loadedCard(id, title, testid, load, render) {
  const place = h('div', { testid });
  loader(place, load, render)();
  return card(id, title, place);
}
const quiet = (...content) => h('p', { class: 'quiet' }, content);
const percentNote = () => h('p', { class: 'quiet small' }, t('percent.note'));
const mono = (text) => h('code', null, text);

// ---- Header and footer ----
function header() {
  const stamp =
    state.overview &&
    t('app.stamp', { time: beijing(state.overview.asOf), size: group(state.overview.logSize) });
  const other = lang() === 'en' ? 'zh-CN' : 'en';
  return h(
    'header',
    { class: 'top' },
    h('a', { class: 'skip', href: '#main', onclick: skip }, t('app.skip')),
    h(
      'div',
      { class: 'bar' },
      h(
        'a',
        { class: 'brand', href: '#/' },
        h('span', { class: 'seal', 'aria-hidden': 'true' }, '信'),
        h(
          'span',
          null,
          h('strong', { testid: 'community' }, state.community?.name || t('app.name')),
          h('small', null, t('app.name')),
        ),
      ),
      state.overview
        ? h('span', { class: 'sum num' }, yuan(state.overview.jointAccountMinor))
        : null,
      h(
        'button',
        {
          type: 'button',
          class: 'lang',
          testid: 'lang-switch',
          lang: other,
          title: t('app.language.title'),
          'aria-label': t('app.language.title'),
          onclick: () => {
            setLang(other);
            start().then(focusSwitch);
          },
        },
        t('app.language'),
      ),
    ),
    stamp ? h('p', { class: 'stamp', testid: 'stamp' }, stamp) : null,
  );
}
const focusSwitch = () => document.querySelector('.lang').focus({ preventScroll: true });
function skip(event) {
  event.preventDefault();
  document.getElementById('main').focus();
}
function footer() {
  return h(
    'footer',
    null,
    h('div', null, h('h2', null, t('footer.public')), h('p', null, t('footer.public.text'))),
    h('div', null, h('h2', null, t('footer.private')), h('p', null, t('footer.private.text'))),
    state.base
      ? h(
          'p',
          { class: 'wide' },
          t('app.zone'),
          ' · ',
          h(
            'a',
            { href: `${state.base}/checkpoints/latest.txt`, testid: 'latest-checkpoint' },
            t('footer.latest'),
          ),
        )
      : null,
  );
}

// ---- Balance ----
function balanceCard() {
  const place = h('div', { class: 'columns' });
  const date = h('input', {
    type: 'date',
    id: 'as-of-date',
    testid: 'as-of-input',
    max: beijing(state.overview.asOf).slice(0, 10),
  });
  const latest = h(
    'button',
    { type: 'button', class: 'plain', testid: 'as-of-latest', hidden: true },
    t('balance.latest'),
  );
  const load = loader(
    place,
    () => (date.value ? read(`${state.base}/overview?at=${endOfDay(date.value)}`) : state.overview),
    renderBalance,
  );
  date.addEventListener('change', () => {
    latest.hidden = !date.value;
    load();
  });
  latest.addEventListener('click', () => {
    date.value = '';
    latest.hidden = true;
    date.focus();
    load();
  });
  load();
  return card(
    'balance',
    t('balance.title'),
    h('p', { class: 'asof' }, h('label', { for: 'as-of-date' }, t('balance.date')), date, latest),
    place,
  );
}

function renderBalance(overview) {
  const joint = yuan(overview.jointAccountMinor);
  const pending = overview.householdsPending;
  return [
    h(
      'div',
      null,
      h('p', { class: 'caption' }, t('balance.joint')),
      h('p', { class: 'big num', testid: 'balance' }, joint),
      h(
        'p',
        { class: 'quiet', testid: 'as-of' },
        t('balance.asof', { amount: joint, time: beijing(overview.asOf, true) }),
      ),
      h('h3', null, t('balance.funds')),
      h('ul', { class: 'funds' }, overview.funds.map(fundRow)),
      pending
        ? h(
            'p',
            { class: 'box', testid: 'pending' },
            t('balance.pending', { k: pending.minUnits, n: group(pending.entries) }),
          )
        : null,
    ),
    h('div', null, bankPanel(overview.bank), contractPanel(overview)),
  ];
}
function fundRow(fund) {
  const parts = {};
  for (const part of ['opening', 'income', 'expense', 'net'])
    parts[part] = yuan(fund[`${part}Minor`]);
  const hint = `fund.${fund.fundClass}`;
  return h(
    'li',
    { testid: `fund-${fund.fundClass}` },
    h(
      'div',
      { class: 'line' },
      h('strong', null, fund.name),
      h('span', { class: 'num strong' }, yuan(fund.cashMinor)),
    ),
    h('p', { class: 'quiet small' }, has(hint) ? t(hint) : ''),
    h('p', { class: 'quiet small num' }, t('balance.parts', parts)),
  );
}
function bankPanel(bank) {
  const title = h('h3', null, t('bank.title'));
  if (!bank) return h('div', { class: 'panel', testid: 'bank' }, title, quiet(t('bank.none')));
  const difference = fen(bank.balanceMinor) - fen(bank.bookBalanceMinor);
  const clean = bank.unmatchedLines === 0 && difference === 0n;
  title.append(' ', chip(t(clean ? 'bank.ok' : 'bank.open'), clean ? 'good' : 'wait'));
  return h(
    'div',
    { class: 'panel', testid: 'bank', 'data-reconciled': String(clean) },
    title,
    facts(
      [t('bank.balance'), h('span', { class: 'num' }, yuan(bank.balanceMinor))],
      [t('bank.book'), h('span', { class: 'num' }, yuan(bank.bookBalanceMinor))],
      difference === 0n
        ? null
        : [t('bank.difference'), h('span', { class: 'num' }, yuan(difference, '+'))],
      [
        t('bank.matched'),
        h('span', { class: 'num', testid: 'bank-matched' }, group(bank.matchedLines)),
      ],
      [
        t('bank.unmatched'),
        h('span', { class: 'num', testid: 'bank-unmatched' }, group(bank.unmatchedLines)),
      ],
      [t('bank.asof'), time(bank.asOf)],
    ),
  );
}
function contractPanel({ contract, remuneration }) {
  if (!contract) return null;
  const [part, whole] = String(contract.ratio)
    .split('/')
    .map((text) => BigInt(text));
  return h(
    'div',
    { class: 'panel', testid: 'contract' },
    h('h3', null, t('trust.title')),
    facts(
      [t('trust.trustee'), contract.trusteeName],
      [t('trust.term'), h('span', { class: 'num' }, `${contract.start} – ${contract.end}`)],
      [
        t('trust.ratio'),
        label('base', contract.base),
        ' × ',
        h('span', { class: 'num' }, `${contract.ratio} (${percent(part, whole)})`),
      ],
      remuneration
        ? [t('trust.base'), h('span', { class: 'num' }, yuan(remuneration.baseMinor))]
        : null,
      remuneration
        ? [t('trust.entitled'), h('span', { class: 'num' }, yuan(remuneration.entitledMinor))]
        : null,
      remuneration
        ? [t('trust.drawn'), h('span', { class: 'num' }, yuan(remuneration.drawnMinor))]
        : null,
    ),
  );
}

// ---- Budget ----
function budgetLine(name, code, budgetMinor, spentMinor) {
  const [budget, spent] = [fen(budgetMinor), fen(spentMinor)];
  const left = budget - spent;
  const over = left < 0n;
  let rest = t('budget.left', { amount: yuan(left) });
  if (over) rest = t('budget.over', { amount: yuan(-left) });
  if (left === 0n) rest = t('budget.even');
  return h(
    'li',
    {
      testid: code ? `budget-line-${code}` : 'budget-total',
      class: code ? null : 'total',
      'data-over': String(over),
    },
    h(
      'div',
      { class: 'line' },
      h('span', null, code ? [mono(code), ' '] : null, h('strong', null, name)),
      h('span', { class: 'num strong' }, percent(spent, budget)),
    ),
    bar(permille(spent, budget), over ? 'over' : 'spent'),
    h(
      'div',
      { class: 'line small' },
      h(
        'span',
        { class: 'num quiet' },
        t('budget.spent', { spent: yuan(spent), budget: yuan(budget) }),
      ),
      h('span', { class: over ? 'num strong warn' : 'num quiet' }, rest),
    ),
  );
}
const budgetCard = () =>
  loadedCard(
    'budget',
    t('budget.title'),
    'budget',
    () => read(`${state.base}/budget`),
    (budget) =>
      budget.lines.length === 0
        ? empty()
        : [
            quiet(t('budget.title.year', { year: budget.year }), ' · ', time(budget.asOf)),
            h(
              'ul',
              { class: 'budget' },
              budgetLine(
                t('budget.total'),
                null,
                budget.totals.budgetMinor,
                budget.totals.spentMinor,
              ),
              budget.lines.map((line) =>
                budgetLine(line.name, line.code, line.budgetMinor, line.spentMinor),
              ),
            ),
            percentNote(),
          ],
  );

// ---- Income and expense ----
const flowsCard = () =>
  loadedCard(
    'flows',
    t('flows.title'),
    'flows',
    () => read(`${state.base}/flows`),
    ({ months, accounts }) => [
      months.length === 0
        ? empty()
        : [
            chart(months, [
              { field: 'incomeMinor', name: t('flows.income'), tone: 'in' },
              { field: 'expenseMinor', name: t('flows.expense'), tone: 'out' },
            ]),
            monthTable(months, [
              { name: t('flows.income'), show: (month) => yuan(month.incomeMinor) },
              { name: t('flows.expense'), show: (month) => yuan(month.expenseMinor) },
              {
                name: t('flows.net'),
                show: (month) => yuan(fen(month.incomeMinor) - fen(month.expenseMinor), '+'),
              },
            ]),
          ],
      ['INCOME', 'EXPENSE'].map((type) => {
        const mine = accounts.filter((account) => account.type === type);
        return h(
          'div',
          { class: 'panel', testid: `flows-${type}` },
          h(
            'h3',
            { class: 'line' },
            h('span', null, t(`flows.${type.toLowerCase()}`)),
            h('span', { class: 'num' }, yuan(sum(mine.map((account) => account.amountMinor)))),
          ),
          facts(
            ...mine.map((account) => [
              account.name,
              h('span', { class: 'num' }, yuan(account.amountMinor)),
            ]),
          ),
        );
      }),
    ],
  );

// ---- Records ----
// The change of cash if the entry touches cash, otherwise the sum of its debits.
function amountOf(postings) {
  const cash = postings.filter((posting) => posting.account.endsWith('.cash'));
  if (cash.length === 0) {
    return yuan(sum(postings.filter((p) => p.side === 'D').map((p) => p.amountMinor)));
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
  return record.narrative ?? t('records.erased');
}
function recordAmount(record) {
  if (record.visibility === 'HOUSEHOLD')
    return h('span', { class: 'quiet' }, t('records.withheld'));
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
function growing(list, fetchPage, row, after) {
  const more = h('div', { class: 'more' });
  const run = loader(more, fetchPage, ({ rows, next }) => {
    const pressed = list.children.length > 0;
    const items = rows.map(row);
    list.append(...items);
    // The pressed button goes: the keyboard moves on to the first new row.
    if (pressed) items[0]?.querySelector('a').focus({ preventScroll: true });
    after?.(list.children.length);
    if (list.children.length === 0) return empty();
    return next === null || next === undefined
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
function recordsCard() {
  const place = h('div');
  const shown = h('span', { class: 'quiet small', role: 'status' });
  const show = (filter) => {
    const list = h('ul', { class: 'rows' });
    const fetchPage = async () => {
      const cursor = fetchPage.at === undefined ? '' : `&cursor=${fetchPage.at}`;
      const got = await read(`${state.base}/records?filter=${filter}&limit=20${cursor}`);
      return { rows: got.records, next: got.next };
    };
    const more = growing(list, fetchPage, recordRow, (n) => {
      shown.textContent = t('records.count', { n: group(n) });
    });
    place.replaceChildren(list, more);
  };
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
        onchange: () => show(filter),
      }),
      h('span', null, t(`records.${filter}`)),
    );
  show('open');
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

function recordView(record) {
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
        : [h('h2', null, t('record.postings')), postingTable(postings), quiet(t('record.names'))],
      record.disbursement
        ? h(
            'p',
            null,
            h(
              'a',
              {
                class: 'button',
                testid: 'to-trace',
                href: `#/disbursement/${record.disbursement}`,
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
        href: `#/disbursement/${item.id}`,
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
        h('small', { class: 'quiet' }, ` ${item.payeeName}`),
      ),
      h('span', { class: 'much num strong' }, yuan(item.amountMinor)),
    ),
  );
function spendCard() {
  const list = h('ul', { class: 'rows' });
  const fetchPage = async () => {
    const got = await read(`${state.base}/disbursements?offset=${fetchPage.at ?? 0}&limit=8`);
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
function traceSteps(item, entry) {
  const { report, vouchers } = item;
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
    ...[...item.approvals]
      .sort((a, b) => new Date(a.signedAt) - new Date(b.signedAt))
      .map((approval) => keyStep(item, approval)),
    ...['TRUSTEE', 'OWNER_BODY']
      .filter((side) => !item.approvals.some((approval) => approval.side === side))
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
      done: item.entryIndex !== null,
      content:
        item.entryIndex === null
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
    h(
      'a',
      { href: one.href, target: '_blank', rel: 'noopener' },
      h('img', {
        src: one.href,
        loading: 'lazy',
        width: '480',
        height: '240',
        alt: t('trace.voucher.alt', { kind, number: one.number, date: one.date }),
      }),
    ),
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
function traceView([item, entry]) {
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
      [t('trace.payee'), item.payeeName],
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
async function loadTrace(id) {
  const item = await read(`${state.base}/disbursements/${encodeURIComponent(id)}`);
  // The time of the booking is the book's own; without it the trace is still worth showing.
  const entry =
    item.entryIndex === null
      ? null
      : await read(`${state.base}/records/${item.entryIndex}`).catch(() => null);
  return [item, entry];
}

// ---- Collection ----
const collectionCard = () =>
  loadedCard(
    'collection',
    t('collection.title'),
    'collection',
    () => read(`${state.base}/collection`),
    (all) => {
      const [billed, received] = [fen(all.billedMinor), fen(all.receivedMinor)];
      const rate = (part, whole) => percent(fen(part), fen(whole));
      return [
        h(
          'p',
          { class: 'line' },
          h('span', { class: 'caption' }, t('collection.rate')),
          time(all.asOf),
        ),
        h('p', { class: 'big num', testid: 'collection-rate' }, percent(received, billed)),
        bar(permille(received, billed), 'in'),
        h(
          'p',
          { class: 'num quiet', testid: 'collection-fraction' },
          `${yuan(received)} / ${yuan(billed)}`,
        ),
        facts(
          [t('collection.billed'), h('span', { class: 'num' }, yuan(billed))],
          [t('collection.received'), h('span', { class: 'num' }, yuan(received))],
          [t('collection.outstanding'), h('span', { class: 'num' }, yuan(all.outstandingMinor))],
        ),
        all.months.length === 0
          ? null
          : [
              chart(all.months, [
                { field: 'billedMinor', name: t('collection.billed'), tone: 'base' },
                { field: 'receivedMinor', name: t('collection.received'), tone: 'in' },
              ]),
              monthTable(all.months, [
                { name: t('collection.billed'), show: (month) => yuan(month.billedMinor) },
                { name: t('collection.received'), show: (month) => yuan(month.receivedMinor) },
                { name: '%', show: (month) => rate(month.receivedMinor, month.billedMinor) },
              ]),
            ],
        h('p', { class: 'box' }, t('collection.note', { n: group(all.batches), k: all.minUnits })),
      ];
    },
  );

// ---- Decisions ----
function verdictBar(one) {
  const [part, whole] = sameScale(one.part, one.whole);
  const threshold = /(\d+)\s*\/\s*(\d+)/.exec(one.threshold);
  const tick = threshold ? permille(BigInt(threshold[1]), BigInt(threshold[2])) : undefined;
  return h(
    'li',
    { testid: 'bar', 'data-met': String(one.met), 'data-rule': one.rule },
    h(
      'div',
      { class: 'line' },
      h('span', null, one.label),
      h(
        'span',
        { class: one.met ? 'good-text strong' : 'warn strong' },
        one.met ? '✓ ' : '✗ ',
        t(one.met ? 'decision.met' : 'decision.unmet'),
      ),
    ),
    bar(permille(part, whole), one.met ? 'in' : 'over', tick),
    h(
      'div',
      { class: 'line small quiet' },
      h(
        'span',
        { class: 'num' },
        `${decimal(one.part)} / ${decimal(one.whole)} `,
        label('unit', one.unit),
        ` (${percent(part, whole)})`,
      ),
      h('span', null, t('decision.needs', { threshold: one.threshold })),
    ),
  );
}
const RESULT_TONE = { PASSED: 'good', REJECTED: 'bad' };
const VERDICT_TONE = { MET: 'good', NOT_MET: 'bad', NOT_APPLICABLE: 'muted' };
function decisionCard(one) {
  const aside = one.ballots.setAside || [];
  return h(
    'article',
    {
      class: 'panel decision',
      id: `decision-${one.motion}`,
      tabindex: '-1',
      testid: `decision-${one.motion}`,
      'data-result': one.result,
    },
    h(
      'h3',
      null,
      h('span', { class: 'quiet' }, one.motion, ' '),
      one.title,
      ' ',
      chip(label('result', one.result), RESULT_TONE[one.result] || 'wait'),
    ),
    quiet(
      one.meetingTitle,
      ' · ',
      label('class', one.voteClass),
      ' · ',
      t('decision.matter', { n: one.matter }),
    ),
    h('ul', { class: 'bars' }, one.bars.map(verdictBar)),
    h(
      'p',
      { class: 'small', testid: 'ballots' },
      t('decision.ballots', {
        received: group(one.ballots.received),
        effective: group(one.ballots.effective),
      }),
    ),
    aside.length === 0
      ? null
      : h(
          'details',
          null,
          h('summary', null, t('decision.aside')),
          facts(
            ...aside.map((each) => [each.text, h('span', { class: 'num' }, group(each.count))]),
          ),
        ),
    h(
      'details',
      { open: matchMedia('(min-width: 960px)').matches },
      h('summary', null, t('decision.findings')),
      h(
        'ul',
        { class: 'findings' },
        one.findings.map((finding) =>
          h(
            'li',
            { testid: 'finding' },
            chip(label('verdict', finding.verdict), VERDICT_TONE[finding.verdict] || 'wait'),
            ' ',
            finding.text,
            ' ',
            mono(finding.rule),
          ),
        ),
      ),
    ),
  );
}
function decisionsCard() {
  const place = h('div', { class: 'decisions', testid: 'decisions' });
  const load = loader(
    place,
    () => read(`${state.base}/decisions`),
    (all) => (all.length === 0 ? empty() : all.map(decisionCard)),
  );
  // A link to one decision waits until it is there.
  state.decisions = load();
  return h('div', { class: 'wide' }, card('decisions', t('decisions.title'), place, percentNote()));
}

// ---- Proof ----
function proofCard() {
  const place = h('div');
  const refresh = () => refillPin(place, state.pin);
  refresh();
  const section = card(
    'proof',
    t('proof.title'),
    h('p', null, t('proof.lead')),
    checkpointPanel(state.overview.checkpoint),
    h('p', { class: 'box limit' }, t('proof.limit')),
    place,
  );
  section.refreshPin = refresh;
  return section;
}

// ---- Views ----
function homeView() {
  const proof = proofCard();
  const home = h(
    'div',
    null,
    h(
      'nav',
      { class: 'sections', 'aria-label': t('app.sections') },
      SECTIONS.map((id) => h('a', { href: `#/${id}` }, t(`${id}.title`))),
    ),
    h('h1', { class: 'unseen', tabindex: '-1' }, state.community.name),
    balanceCard(),
    h('div', { class: 'columns' }, budgetCard(), flowsCard()),
    h('div', { class: 'columns' }, recordsCard(), spendCard()),
    decisionsCard(),
    h('div', { class: 'columns' }, collectionCard(), proof),
  );
  home.refreshPin = proof.refreshPin;
  return home;
}
function detailView(load, render) {
  const place = h('div');
  const back = h(
    'button',
    { type: 'button', class: 'plain back', testid: 'back', onclick: goBack },
    '← ',
    t('app.back'),
  );
  const ready = loader(place, load, render)().then(() => place.querySelector('h1'));
  return { view: h('div', null, back, place), ready };
}
function goBack() {
  if (state.from) history.back();
  else location.hash = '#/';
}

async function route(first) {
  const [, name = '', id = ''] = location.hash.split('/').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return '';
    }
  });
  const main = document.getElementById('main');
  const onHome = state.home && main.contains(state.home);
  if (location.hash && !location.hash.startsWith('#/')) return;
  const detail = (name === 'record' && /^\d+$/.test(id)) || (name === 'disbursement' && id);
  if (onHome && detail) state.scroll = scrollY;
  state.refresh = null;
  if (detail) {
    const { view, ready } =
      name === 'record'
        ? detailView(() => read(`${state.base}/records/${id}`), recordView)
        : detailView(() => loadTrace(id), traceView);
    main.replaceChildren(view);
    scrollTo(0, 0);
    const came = location.hash;
    const title = await ready;
    if (title && location.hash === came && !first) title.focus({ preventScroll: true });
    return;
  }
  if (!onHome) {
    state.home ??= homeView();
    main.replaceChildren(state.home);
    state.home.refreshPin();
  }
  if (name === 'decision') {
    await state.decisions;
    show(document.getElementById(`decision-${id}`));
  } else if (SECTIONS.includes(name)) {
    show(document.getElementById(`title-${name}`));
  } else if (!onHome && !first) {
    scrollTo(0, state.scroll);
    const row =
      state.from &&
      [...main.querySelectorAll('a.row')].find((one) => one.getAttribute('href') === state.from);
    (row || main.querySelector('h1')).focus({ preventScroll: true });
  }
}
function show(element) {
  if (!element) return;
  element.scrollIntoView({ block: 'start' });
  element.focus({ preventScroll: true });
}

// ---- Start ----
const banner = h('div', { class: 'banner', role: 'status' });
function showBanner() {
  banner.replaceChildren(
    ...[
      navigator.onLine === false
        ? h('div', { class: 'box wait wide', testid: 'offline' }, t('app.offline'))
        : null,
      state.pin ? pinBanner(state.pin) : null,
    ].filter(Boolean),
  );
}
function frame() {
  document.title = [state.community?.name, t('app.name')].filter(Boolean).join(' · ');
  const main = h('main', { id: 'main', tabindex: '-1' });
  page.replaceChildren(header(), banner, main, footer());
  showBanner();
  return main;
}
async function loadAll() {
  const all = await read('/api/communities');
  const wanted = new URLSearchParams(location.search).get('c');
  const community = all.find((one) => one.id === wanted) || all[0];
  if (!community) return null;
  const base = `/api/communities/${encodeURIComponent(community.id)}`;
  return { community, base, overview: await read(`${base}/overview`) };
}
let starts = 0;
async function start() {
  const mine = ++starts;
  setLang(lang());
  const main = frame();
  const place = h('div');
  main.append(place);
  let got = null;
  await loader(
    place,
    async () => {
      got = await loadAll();
    },
    () => (got ? h('div') : h('p', { class: 'box', testid: 'empty' }, t('error.none'))),
  )();
  if (mine !== starts || !got) return;
  Object.assign(state, got, { home: null, scroll: 0 });
  state.pin = new Pin(got.community.id, got.base, () => {
    showBanner();
    (state.refresh || state.home?.refreshPin)?.();
  });
  frame();
  route(true);
  state.pin.see(got.overview.checkpoint);
}

history.scrollRestoration = 'manual';
addEventListener('hashchange', (event) => {
  state.from = new URL(event.oldURL).hash || '#/';
  if (state.community) route(false);
});
addEventListener('online', showBanner);
addEventListener('offline', showBanner);
// In a printed page everything is open.
addEventListener('beforeprint', () =>
  document.querySelectorAll('details').forEach((one) => {
    one.open = true;
  }),
);
start();

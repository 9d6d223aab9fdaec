// What the community has, plans, takes in and spends: the cards with sums.
import {
  bar,
  beijing,
  card,
  chart,
  chip,
  empty,
  endOfDay,
  facts,
  fen,
  group,
  h,
  has,
  label,
  loadedCard,
  loader,
  mono,
  monthTable,
  percent,
  percentNote,
  permille,
  quiet,
  read,
  state,
  sum,
  t,
  time,
  yuan,
} from './kit.js';

// ---- Balance ----
export function balanceCard() {
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
// Breaks between the figures, never inside one.
const bits = (text) => text.split(' · ').map((bit) => [h('span', { class: 'bit' }, bit), ' ']);
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
    h('p', { class: 'quiet small num' }, bits(t('balance.parts', parts))),
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
export const budgetCard = () =>
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
export const flowsCard = () =>
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

// ---- Collection ----
export const collectionCard = () =>
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
          h('span', { class: 'caption' }, t('collection.received-over-billed')),
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

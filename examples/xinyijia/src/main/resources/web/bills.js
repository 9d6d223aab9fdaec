// An owner's own bills and receipts, and paying them through the simulated provider.
import { beijing, chip, empty, errorBox, facts, fen, h, mono, quiet, read, t, time, yuan } from './kit.js';
import { fenOf, field, form, outcome, recordLink, table, wrong } from './forms.js';
import { send, session } from './session.js';

export const loadBills = () => read(`/household/${session.community}`);
export function billsView(mine) {
  const bill = (one) =>
    h(
      'tr',
      { testid: 'bill' },
      h('th', { scope: 'row', class: 'num' }, one.month),
      h('td', { class: 'num' }, yuan(one.amountMinor)),
      h('td', { class: 'num' }, yuan(one.openMinor)),
      h(
        'td',
        null,
        String(one.openMinor) === '0'
          ? chip(t('bills.paid'), 'good')
          : chip(t('bills.open'), 'wait'),
      ),
      h('td', { class: 'num' }, recordLink(one.index)),
    );
  const receipt = (one) =>
    h(
      'tr',
      { testid: 'receipt' },
      h('th', { scope: 'row', class: 'num' }, one.day),
      h('td', { class: 'num' }, yuan(one.amountMinor)),
      h('td', null, one.paid.map((part) => [mono(part.bill), ' '])),
      h('td', null, mono(one.bankLine)),
      h('td', { class: 'num' }, recordLink(one.index)),
    );
  const [totals, lists] = [h('div'), h('div')];
  const fill = (now) => {
    totals.replaceChildren(
      quiet(t('bills.lead'), ' ', time(now.asOf)),
      h('p', { class: 'caption' }, t('bills.total')),
      h('p', { class: 'big num', testid: 'bills-open' }, yuan(now.openMinor)),
      facts([t('bills.credit'), h('span', { class: 'num' }, yuan(now.creditMinor))]),
    );
    lists.replaceChildren(
      h('h2', null, t('bills.bills')),
      now.bills.length === 0
        ? empty()
        : table(
            t('bills.bills'),
            [
              t('flows.month'),
              t('record.amount'),
              t('bills.outstanding'),
              t('notices.status'),
              t('bills.record'),
            ],
            now.bills.map(bill),
          ),
      h('h2', null, t('bills.receipts')),
      now.receipts.length === 0
        ? empty()
        : table(
            t('bills.receipts'),
            [t('bills.day'), t('record.amount'), t('bills.for'), t('bills.bank'), t('bills.record')],
            now.receipts.map(receipt),
          ),
    );
  };
  fill(mine);
  return h(
    'section',
    { class: 'card narrow', testid: 'bills' },
    h('h1', { tabindex: '-1' }, t('bills.title', { unit: mine.unit })),
    totals,
    h('p', null, h('button', { type: 'button', onclick: () => print() }, t('statements.print'))),
    h('h2', null, t('pay.title')),
    payPanel(mine, async () => fill(await loadBills())),
    lists,
  );
}

// ---- Paying ----
const plainYuan = (minor) => yuan(minor).replace('¥', '').replaceAll(',', '');
const payments = () => `/household/${session.community}/payments`;
// The number makes a repeated press the same order.
const newId = () =>
  [...crypto.getRandomValues(new Uint32Array(3))].map((n) => n.toString(36)).join('-').slice(0, 32);

// First the amount, then the provider's own page, then the receipt, each in place of the last.
function payPanel(mine, changed) {
  const place = h('div', { testid: 'pay', tabindex: '-1' });
  const show = (...content) => {
    const focused = place.contains(document.activeElement);
    place.replaceChildren(...content);
    if (focused) place.focus({ preventScroll: true });
  };
  const ask = () =>
    show(
      quiet(t(fen(mine.openMinor) === 0n ? 'pay.ahead' : 'pay.lead')),
      form(
        { testid: 'pay-button' },
        [
          field('payAmount', {
            type: 'text',
            inputmode: 'decimal',
            maxlength: '16',
            value: fen(mine.openMinor) === 0n ? '' : plainYuan(mine.openMinor),
          }),
        ],
        t('pay.button'),
        async (given) => {
          const amountMinor = fenOf(given.get('payAmount'));
          if (amountMinor === null || amountMinor === '0') return wrong('desk.amount.wrong');
          const order = await send('POST', payments(), { id: newId(), amountMinor });
          const paid = (receipt) => {
            show(receiptPanel(receipt));
            return changed();
          };
          show(providerPanel(order, ask, paid));
          return h('p');
        },
      ),
    );
  ask();
  return place;
}

// What a provider would show on its own page.
function providerPanel(order, cancelled, paid) {
  const place = outcome();
  const press = (key, path, then) =>
    h(
      'button',
      {
        type: 'button',
        class: key === 'confirm' ? 'primary' : null,
        testid: `provider-${key}`,
        onclick: async (event) => {
          event.target.disabled = true;
          place.replaceChildren(h('p', { class: 'loading' }, t('form.sending')));
          try {
            await then(await send('POST', `${payments()}/${order.id}/${path}`));
          } catch (e) {
            place.replaceChildren(errorBox(e));
            event.target.disabled = false;
          }
        },
      },
      t(`pay.${key}`),
    );
  return h(
    'div',
    { class: 'panel', testid: 'provider' },
    h('h3', null, t('pay.provider')),
    h('p', { class: 'box wait' }, t('pay.simulated')),
    facts(
      [t('record.amount'), h('span', { class: 'num strong' }, yuan(order.amountMinor))],
      [t('trace.payee'), order.payee],
      [t('pay.order'), mono(order.id)],
      [t('desk.expires'), h('span', { class: 'num' }, beijing(order.expiresAt))],
    ),
    h(
      'p',
      { class: 'buttons' },
      press('confirm', 'confirmation', paid),
      press('cancel', 'cancellation', cancelled),
    ),
    place,
  );
}

function receiptPanel(receipt) {
  return h(
    'div',
    { class: 'panel', testid: 'online-receipt' },
    h('h3', null, '✓ ', t('pay.receipt')),
    facts(
      [t('pay.number'), mono(receipt.number)],
      [t('bills.day'), h('span', { class: 'num' }, receipt.day)],
      [t('pay.unit'), receipt.unit],
      [t('record.amount'), h('span', { class: 'num strong' }, yuan(receipt.amountMinor))],
      [
        t('bills.for'),
        receipt.paid.length === 0
          ? '—'
          : receipt.paid.map((part) => [mono(part.bill), ' ', yuan(part.amountMinor), h('br')]),
      ],
      [t('bills.bank'), mono(receipt.bankLine)],
      [t('bills.total'), h('span', { class: 'num' }, yuan(receipt.openMinor))],
      [t('bills.credit'), h('span', { class: 'num' }, yuan(receipt.creditMinor))],
      [t('bills.record'), recordLink(receipt.index)],
    ),
    quiet(t('pay.hidden')),
    h(
      'p',
      { class: 'buttons' },
      h('button', { type: 'button', onclick: () => print() }, t('statements.print')),
    ),
  );
}

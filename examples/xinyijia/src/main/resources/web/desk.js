// For people who log in: the form to do so, and the desk of committee and steward.
import {
  beijing,
  chip,
  empty,
  errorBox,
  facts,
  h,
  label,
  loader,
  mono,
  payeeOf,
  quiet,
  read,
  t,
  time,
  yuan,
} from './kit.js';
import { done, fenOf, field, form, outcome, wrong } from './forms.js';
import { has, login, send, session } from './session.js';

export function loginView(after) {
  return h(
    'section',
    { class: 'card narrow', testid: 'login' },
    h('h1', { tabindex: '-1' }, t('login.title')),
    quiet(t('login.lead')),
    form(
      { testid: 'login-button' },
      [
        field('name', { type: 'text', autocomplete: 'username', maxlength: '32', autocapitalize: 'none' }),
        field('password', { type: 'password', autocomplete: 'current-password', maxlength: '128' }),
      ],
      t('login.button'),
      async (given) => {
        await login(given.get('name').trim(), given.get('password'));
        after();
        return h('p');
      },
    ),
  );
}

// ---- The desk ----
const base = () => `/desk/${session.community}`;
const STATUS_TONE = { PAID: 'good', AUTHORISED: 'wait', REQUESTED: 'muted', WITHDRAWN: 'muted' };

const MOST_BYTES = 500000;
async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
function requestForm(desk, reload) {
  return form(
    { testid: 'request-button' },
    [
      field(
        'line',
        { options: true },
        desk.lines.map((line) =>
          h(
            'option',
            { value: line.code },
            `${line.code} ${line.name} · ${t('budget.left', { amount: yuan(line.leftMinor) })}`,
          ),
        ),
      ),
      field('purpose', { type: 'text', maxlength: '200' }),
      field('payeeName', { type: 'text', maxlength: '100' }),
      field('payee', { type: 'text', maxlength: '40', pattern: '[A-Za-z0-9._\\-]+' }),
      field('amount', { type: 'text', inputmode: 'decimal', maxlength: '16' }),
      field('voucherNumber', { type: 'text', maxlength: '64' }),
      field('voucherDate', { type: 'date', value: beijing(desk.asOf).slice(0, 10) }),
      field('voucherFile', { type: 'file', accept: 'image/png,image/jpeg,application/pdf' }),
    ],
    t('desk.request'),
    async (given, element) => {
      const amountMinor = fenOf(given.get('amount'));
      const file = given.get('voucherFile');
      if (amountMinor === null) return wrong('desk.amount.wrong');
      if (!file || file.size === 0 || file.size > MOST_BYTES) return wrong('desk.file.wrong');
      const id = `P${beijing(new Date().toISOString()).slice(0, 10).replaceAll('-', '')}-${crypto
        .getRandomValues(new Uint32Array(1))[0]
        .toString(36)}`;
      const got = await send('POST', `${base()}/payments`, {
        id,
        line: given.get('line'),
        purpose: given.get('purpose'),
        payee: given.get('payee'),
        payeeName: given.get('payeeName'),
        amountMinor,
        voucher: {
          number: given.get('voucherNumber'),
          kind: 'INVOICE',
          date: given.get('voucherDate'),
          file: await base64(file),
        },
      });
      element.reset();
      reload();
      return done(t('desk.requested', { id: got.id }));
    },
  );
}

function paymentItem(desk, payment, reload) {
  const open = !payment.expired && ['REQUESTED', 'AUTHORISED'].includes(payment.status);
  const signedByMe = payment.approvals.some((approval) => approval.mine);
  const place = outcome();
  const press = (key, path) =>
    h(
      'button',
      {
        type: 'button',
        testid: `${key}-button`,
        onclick: async (event) => {
          event.target.disabled = true;
          try {
            await send('POST', `${base()}/payments/${encodeURIComponent(payment.id)}/${path}`);
            reload();
          } catch (e) {
            place.replaceChildren(errorBox(e));
            event.target.disabled = false;
          }
        },
      },
      t(`desk.${key}`),
    );
  const password = `second-${payment.id}`;
  return h(
    'li',
    {
      class: 'panel',
      testid: 'payment',
      'data-id': payment.id,
      'data-status': payment.status,
    },
    h(
      'div',
      { class: 'line' },
      h(
        'strong',
        null,
        chip(label('status', payment.status), STATUS_TONE[payment.status]),
        ' ',
        payment.purpose,
      ),
      h('span', { class: 'num strong' }, yuan(payment.amountMinor)),
    ),
    facts(
      [t('trace.payee'), payeeOf(payment)],
      [t('trace.line'), mono(payment.line)],
      [t('desk.asked'), time(payment.requestedAt)],
      open ? [t('desk.expires'), time(payment.expiresAt)] : null,
      ...payment.approvals.map((approval) => [
        t(`trace.key.${approval.side}`),
        mono(approval.credential),
        ' ',
        time(approval.signedAt),
      ]),
      [t('trace.digest'), mono(payment.digest)],
    ),
    payment.expired ? quiet(t('desk.expired')) : null,
    h('p', null, h('a', { href: `#/disbursement/${encodeURIComponent(payment.id)}` }, t('desk.trace'))),
    open && desk.mayApprove && desk.myCredential && !signedByMe && payment.status === 'REQUESTED'
      ? form(
          { testid: 'approve-button', label: `${t('desk.approve')} ${payment.id}` },
          h(
            'div',
            { class: 'field' },
            h('label', { for: password }, t('desk.second', { credential: desk.myCredential })),
            h('input', {
              id: password,
              name: 'second',
              type: 'password',
              autocomplete: 'off',
              required: true,
              maxlength: '128',
              testid: 'second-password',
            }),
          ),
          t('desk.approve'),
          async (given) => {
            await send('POST', `${base()}/payments/${encodeURIComponent(payment.id)}/approvals`, {
              digest: payment.digest,
              secondPassword: given.get('second'),
            });
            reload();
            return done(t('desk.approved'));
          },
        )
      : null,
    h(
      'p',
      { class: 'buttons' },
      open && desk.mayPay && payment.status === 'AUTHORISED' ? press('pay', 'payment') : null,
      open && payment.mine ? press('withdraw', 'withdrawal') : null,
    ),
    place,
  );
}

export const loadDesk = () => read(base());
export function deskView(first) {
  const list = h('div', { testid: 'payments' });
  let desk = first;
  const render = () =>
    desk.payments.length === 0
      ? empty()
      : h('ul', { class: 'stack' }, desk.payments.map((one) => paymentItem(desk, one, reload)));
  const again = loader(
    list,
    async () => {
      desk = await loadDesk();
    },
    render,
  );
  const reload = () => again();
  list.replaceChildren(render());
  return h(
    'section',
    { class: 'card narrow', testid: 'desk' },
    h('h1', { tabindex: '-1' }, t('desk.title')),
    quiet(
      t('desk.me', { name: session.name, roles: session.roles.map((role) => t(`role.${role}`)).join('、') }),
    ),
    h('p', { class: 'box' }, t(desk.myCredential ? 'desk.key' : 'desk.nokey', { credential: desk.myCredential })),
    h(
      'p',
      { class: 'buttons' },
      h('a', { class: 'button', href: '#/budgets', testid: 'to-budgets' }, t('budgets.title')),
      ' ',
      desk.mayCompare
        ? h('a', { class: 'button', href: '#/bank', testid: 'to-bank' }, t('recon.title'))
        : null,
    ),
    desk.mayRequest ? [h('h2', null, t('desk.request')), requestForm(desk, reload)] : null,
    h('h2', null, t('desk.payments')),
    list,
  );
}
export const mayDesk = () => has('COMMITTEE', 'STEWARD', 'COMMUNITY_OFFICER', 'AUDITOR');
export const mayBills = () => has('OWNER');

// The bank's statement against the book: nothing is posted, and nothing of the file is kept.
import { chip, facts, group, h, label, percent, quiet, read, t, yuan } from './kit.js';
import { done, field, fileName, form, linesOf, table, wrong } from './forms.js';
import { command, session } from './session.js';

const ACCOUNT = 'joint';
const num = (value) => h('td', { class: 'num' }, value);

export const loadBank = () => read(`/desk/${session.community}/budget`);

// XML in one piece is broken between its elements, where white space says nothing.
const MOST_LINE = 20000;
const broken = (lines, kind) =>
  kind === 'CAMT_053'
    ? lines.flatMap((line) => (line.length > MOST_LINE ? line.replaceAll('><', '>\n<').split('\n') : [line]))
    : lines;

const rows = (name, columns, all, row) =>
  all.length === 0 ? null : [h('h3', null, name), table(name, columns, all.map(row))];

function compared(got) {
  const [part, whole] = got.explained.split('/').map((text) => BigInt(text));
  const matched = got.status === 'MATCHED';
  const columns = (...names) => names.map((name) => t(`recon.${name}`));
  return [
    h(
      'h2',
      { tabindex: '-1' },
      t('recon.result', { day: got.through }),
      ' ',
      chip(label('recon.status', got.status), matched ? 'good' : 'wait'),
    ),
    facts(
      [t('bank.balance'), h('span', { class: 'num' }, yuan(got.bankMinor))],
      [t('bank.book'), h('span', { class: 'num' }, yuan(got.bookMinor))],
      [t('recon.opening'), h('span', { class: 'num' }, yuan(got.openingMinor))],
      [
        t('recon.explained'),
        h('span', { class: 'num' }, `${got.explained} (${percent(part, whole)})`),
      ],
      [t('bank.matched'), h('span', { class: 'num', testid: 'matched' }, group(got.matchedLines))],
      [
        t('bank.unmatched'),
        h('span', { class: 'num', testid: 'unmatched' }, group(got.unmatchedLines)),
      ],
    ),
    rows(t('recon.rules'), columns('rule', 'count'), got.rules, (one) =>
      h('tr', null, h('th', { scope: 'row' }, label('recon.rule', one.rule)), num(group(one.count))),
    ),
    rows(
      t('recon.differences', { n: group(got.differenceCount) }),
      columns('kind', 'what', 'day', 'amount', 'candidates'),
      got.differences,
      (one) =>
        h(
          'tr',
          { testid: 'difference', 'data-kind': one.kind },
          h('th', { scope: 'row' }, label('recon.kind', one.kind)),
          num(one.line ?? one.entry),
          num(one.day),
          num(yuan(one.amountMinor, '+')),
          num(group(one.candidateCount)),
        ),
    ),
    rows(t('recon.proposals'), columns('kind', 'what', 'amount'), got.proposals, (one) =>
      h(
        'tr',
        { testid: 'proposal', 'data-kind': one.kind },
        h('th', { scope: 'row' }, label('recon.proposal', one.kind)),
        num(one.line),
        num(yuan(one.amountMinor, '+')),
      ),
    ),
    quiet(t('recon.nothing')),
  ];
}

export function bankView({ today }) {
  const place = h('div', { testid: 'compared' });
  return h(
    'section',
    { class: 'card narrow', testid: 'bank-desk' },
    h('h1', { tabindex: '-1' }, t('recon.title')),
    quiet(t('recon.lead')),
    h(
      'p',
      null,
      h(
        'a',
        {
          class: 'button',
          href: `/desk/${session.community}/bank/statement.csv`,
          download: '',
          testid: 'bank-statement',
        },
        t('recon.statement'),
      ),
    ),
    form(
      { testid: 'compare-button' },
      [
        field('bankFiles', { type: 'file', multiple: true, accept: '.csv,.xml,text/csv,text/xml' }),
        field(
          'bankForm',
          { options: true },
          ['TABLE', 'CAMT_053'].map((one) => h('option', { value: one }, t(`recon.form.${one}`))),
        ),
        field('through', { type: 'date', value: today, max: today }),
      ],
      t('recon.compare'),
      async (given) => {
        place.replaceChildren();
        const kind = given.get('bankForm');
        const files = [];
        for (const file of given.getAll('bankFiles')) {
          const lines = await linesOf(file);
          if (lines === null) return wrong('form.utf8');
          files.push({ name: fileName(file), form: kind, lines: broken(lines, kind) });
        }
        const path = `/api/communities/${encodeURIComponent(session.community)}/reconciliations`;
        const got = await command(path, { account: ACCOUNT, through: given.get('through'), files });
        place.replaceChildren(...compared(got).flat(2).filter(Boolean));
        return done(t('recon.done'));
      },
    ),
    place,
  );
}

// The statements of chosen months: a list of them, and one as a page that prints on paper.
import {
  card,
  download,
  empty,
  errorBox,
  group,
  h,
  has,
  lang,
  loader,
  mono,
  quiet,
  read,
  state,
  t,
  yuan,
} from './kit.js';

const nameOf = (one) => (lang() === 'en' ? one.nameEn : one.nameZh);
const base = () => `/reports/${encodeURIComponent(state.community.id)}`;
const query = ({ from, to }) => `?from=${from}&to=${to}`;
const link = (name, { from, to }) => `#/statement/${name}/${from}/${to}`;

// Every month from the first to the last, as 2025-03.
function monthsOf({ first, last }) {
  const months = [];
  let [year, month] = first.split('-').map(Number);
  for (let at = first; at <= last; ) {
    months.push(at);
    if (++month > 12) [year, month] = [year + 1, 1];
    at = `${year}-${String(month).padStart(2, '0')}`;
  }
  return months;
}

// Two months to choose; the later one follows the earlier, so that there is always a period.
function monthsForm(all, chosen, changed) {
  const months = monthsOf(all);
  const select = (name) =>
    h(
      'select',
      { id: `months-${name}`, testid: `months-${name}` },
      months.map((one) => h('option', { value: one, selected: one === chosen[name] }, one)),
    );
  const [from, to] = [select('from'), select('to')];
  const tell = (moved, other) => {
    if (to.value < from.value) other.value = moved.value;
    changed({ from: from.value, to: to.value });
  };
  from.addEventListener('change', () => tell(from, to));
  to.addEventListener('change', () => tell(to, from));
  return h(
    'fieldset',
    { class: 'months' },
    h('legend', { class: 'unseen' }, t('statements.months')),
    h('label', { for: 'months-from' }, t('statements.from')),
    from,
    h('label', { for: 'months-to' }, t('statements.to')),
    to,
  );
}

export function statementsCard() {
  const place = h('div', { testid: 'statements' });
  loader(
    place,
    () => read(base()),
    (all) => {
      const list = h('ul', { class: 'budget' });
      const fill = (chosen) =>
        list.replaceChildren(
          ...all.statements.map((one) =>
            h(
              'li',
              { class: 'line' },
              h(
                'a',
                { href: link(one.name, chosen), testid: `statement-${one.name}` },
                nameOf(one),
              ),
            ),
          ),
        );
      const whole = { from: all.first, to: all.last };
      fill(whole);
      return [quiet(t('statements.lead')), monthsForm(all, whole, fill), list];
    },
  )();
  return card('statements', t('statements.title'), place);
}

export async function loadStatement(name, from, to) {
  const all = await read(base());
  const months = { from: from || all.first, to: to || all.last };
  const asked = read(`${base()}/${name}.json${query(months)}`);
  // What a rule refuses is shown below the months, so that others can be chosen.
  const statement = await asked.catch((e) => {
    if (e.status !== 422) throw e;
    return { refused: e, ...all.statements.find((one) => one.name === name) };
  });
  return { name, all, months, statement };
}

export function statementView({ name, all, months, statement }) {
  return h(
    'section',
    { class: 'card narrow', testid: 'statement', 'data-name': name },
    h('h1', { tabindex: '-1' }, nameOf(statement)),
    h('p', { class: 'lead' }, state.community.name),
    monthsForm(all, months, (chosen) => {
      location.hash = link(name, chosen);
    }),
    statement.refused ? errorBox(statement.refused) : statementBody(name, months, statement),
  );
}

const statementBody = (name, months, statement) => [
  quiet(
    t('statements.period', {
      from: statement.from,
      to: statement.to,
      size: group(statement.logSize),
    }),
  ),
  h(
    'p',
    { class: 'buttons' },
    h('button', { type: 'button', onclick: () => print() }, t('statements.print')),
    files(name, months, statement),
  ),
  h('p', { class: 'box' }, t('statements.public')),
  statement.lines.length === 0
    ? h('p', { class: 'quiet', testid: 'statement-lines' }, t('statements.none'))
    : linesTable(name, months, statement),
];

function files(name, months, statement) {
  if (!statement.file)
    return h(
      'button',
      {
        type: 'button',
        testid: 'statement-csv',
        onclick: () =>
          download(
            `${name}-${months.from}-${months.to}.csv`,
            ['code', 'name', 'amountMinor', 'records'],
            statement.lines.map((l) => [l.code, nameOf(l), l.amountMinor, l.records]),
          ),
      },
      'CSV',
    );
  return ['csv', 'xlsx'].map((type) => [
    ' ',
    h(
      'a',
      {
        href: `${base()}/${name}.${type}${query(months)}`,
        download: '',
        testid: `statement-${type}`,
      },
      type.toUpperCase(),
    ),
  ]);
}

// A heading where the part of the report, or the class of money, begins.
function heading(line, before) {
  if (before && before.part === line.part && before.fund === line.fund) return null;
  const words = [
    line.part && t(`statements.part.${line.part}`),
    line.fund && (has(`fundclass.${line.fund}`) ? t(`fundclass.${line.fund}`) : line.fund),
  ].filter(Boolean);
  return words.length === 0
    ? null
    : h('tr', { class: 'head' }, h('th', { scope: 'rowgroup', colspan: '2' }, words.join(' · ')));
}

function linesTable(name, months, statement) {
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': nameOf(statement) },
    h(
      'table',
      { testid: 'statement-lines' },
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          h('th', { scope: 'col' }, t('statements.line')),
          h('th', { scope: 'col', class: 'num' }, t('record.amount')),
        ),
      ),
      h(
        'tbody',
        null,
        statement.lines.map((line, i) => [
          heading(line, statement.lines[i - 1]),
          lineRows(name, months, line),
        ]),
        statement.notes.map((note) =>
          h(
            'tr',
            null,
            h('th', { scope: 'row' }, nameOf(note), ' ', mono(note.code)),
            h('td', { class: 'num' }, note.value),
          ),
        ),
      ),
    ),
  );
}

// The line, and below it the records that it comes from once they are asked for.
function lineRows(name, months, line) {
  const list = h('ul', { class: 'behind' });
  const below = h(
    'tr',
    { class: 'behind', hidden: true, testid: 'line-records' },
    h('td', { colspan: '2' }, list),
  );
  const opened = async (button) => {
    const open = below.hidden;
    below.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open && list.children.length === 0) await more(list, name, months, line.code);
  };
  const row = h(
    'tr',
    { testid: 'statement-line', 'data-code': line.code },
    h(
      'th',
      { scope: 'row' },
      nameOf(line),
      ' ',
      mono(line.code),
      line.records > 0
        ? h(
            'button',
            {
              type: 'button',
              class: 'plain small',
              testid: 'line-open',
              'aria-expanded': 'false',
              onclick: (event) => opened(event.currentTarget),
            },
            t('statements.records', { n: group(line.records) }),
            h('span', { class: 'unseen' }, ` ${nameOf(line)}`),
          )
        : null,
    ),
    h('td', { class: 'num' }, yuan(line.amountMinor)),
  );
  return [row, below];
}

async function more(list, name, months, code, after) {
  const wait = h('li', { role: 'status' }, t('app.loading'));
  list.append(wait);
  const on = after === undefined ? '' : `&after=${after}`;
  const path = `${base()}/${name}/records.json${query(months)}&line=${encodeURIComponent(code)}${on}`;
  try {
    const got = await read(path);
    const items = got.records.map((one) =>
      h(
        'li',
        { class: 'line', testid: 'line-record' },
        h('a', { href: `#/record/${one.index}` }, `${group(one.index)} ${one.record}`),
        h('span', { class: 'num' }, yuan(one.amountMinor)),
      ),
    );
    wait.replaceWith(...(items.length === 0 ? [h('li', null, empty())] : items));
    if (after !== undefined) items[0]?.querySelector('a').focus({ preventScroll: true });
    if (got.next !== undefined) list.append(moreButton(list, name, months, code, got.next));
  } catch (e) {
    const again = h('li', null);
    again.append(
      errorBox(e, () => {
        again.remove();
        more(list, name, months, code, after);
      }),
    );
    wait.replaceWith(again);
  }
}
function moreButton(list, name, months, code, next) {
  const item = h(
    'li',
    null,
    h(
      'button',
      {
        type: 'button',
        testid: 'line-more',
        onclick: () => {
          item.remove();
          more(list, name, months, code, next);
        },
      },
      t('app.more'),
    ),
  );
  return item;
}

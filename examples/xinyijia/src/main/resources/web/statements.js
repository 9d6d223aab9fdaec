// The statements of a closed year: a list of them, and one as a page that prints on paper.
import { group, h, lang, loadedCard, mono, quiet, read, state, t, yuan } from './kit.js';

const nameOf = (one) => (lang() === 'en' ? one.nameEn : one.nameZh);
const files = (name) =>
  ['csv', 'xlsx'].map((type) => [
    ' ',
    h('a', { href: `/reports/${name}.${type}`, download: '' }, type.toUpperCase()),
  ]);

export const statementsCard = () =>
  loadedCard(
    'statements',
    t('statements.title'),
    'statements',
    () => read('/reports'),
    ({ community, statements }) =>
      community !== state.community.id
        ? quiet(t('statements.none'))
        : h(
            'ul',
            { class: 'budget' },
            statements.map((one) =>
              h(
                'li',
                { class: 'line' },
                h(
                  'a',
                  { href: `#/statement/${one.name}`, testid: `statement-${one.name}` },
                  nameOf(one),
                ),
                h('span', null, files(one.name)),
              ),
            ),
          ),
  );

export const loadStatement = async (name) => [name, await read(`/reports/${name}.json`)];

export function statementView([name, statement]) {
  return h(
    'section',
    { class: 'card narrow', testid: 'statement', 'data-name': name },
    h('h1', { tabindex: '-1' }, nameOf(statement)),
    h('p', { class: 'lead' }, state.community.name),
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
      files(name),
    ),
    h(
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
          statement.lines.map((line) =>
            h(
              'tr',
              null,
              h('th', { scope: 'row' }, nameOf(line), ' ', mono(line.code)),
              h('td', { class: 'num' }, yuan(line.amountMinor)),
            ),
          ),
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
    ),
  );
}

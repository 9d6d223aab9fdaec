// Budgets: how this year's is carried out, a draft checked, and one adopted by the owners' decision.
import { facts, group, h, label, mono, quiet, read, sum, t, yuan } from './kit.js';
import { done, field, fileName, form, linesOf, table, wrong } from './forms.js';
import { command, session } from './session.js';

const base = () => `/api/communities/${encodeURIComponent(session.community)}/budgets`;
const num = (value) => h('td', { class: 'num' }, yuan(value));

export async function loadBudgets() {
  const desk = await read(`/desk/${session.community}/budget`);
  const years = desk.isOpen ? [desk.year, desk.nextYear] : [desk.year];
  const executions = await Promise.all(years.map((year) => read(`${base()}/${year}/execution`)));
  return { desk, executions };
}

const executed = ({ year, lines }) => [
  h('h2', { tabindex: '-1', id: `executed-${year}` }, t('budgets.executed', { year })),
  h(
    'div',
    { testid: `executed-${year}` },
    table(
      t('budgets.executed', { year }),
      ['line', 'amount', 'committed', 'spent', 'left'].map((name) => t(`budgets.${name}`)),
      lines.map((line) =>
        h(
          'tr',
          null,
          h('th', { scope: 'row' }, line.code, ' ', line.name),
          num(line.limitMinor),
          num(line.committedMinor),
          num(line.spentMinor),
          num(line.leftMinor),
        ),
      ),
    ),
  ),
];

const policyFacts = (policy) =>
  facts(
    [t('budgets.bodyTier'), h('span', { class: 'num' }, policy.bodyTier)],
    [t('budgets.contingency'), h('span', { class: 'num' }, yuan(policy.contingencyMinor))],
    [t('budgets.emergency'), h('span', { class: 'num' }, group(policy.emergencyDays))],
    [t('budgets.surplus'), label('rest', policy.surplus)],
    [t('budgets.deficit'), label('rest', policy.deficit)],
  );

const drafted = (draft) => [
  h('h2', { tabindex: '-1' }, t('budgets.checked', { year: draft.year })),
  table(
    t('budgets.checked', { year: draft.year }),
    [t('budgets.line'), t('budgets.planned')],
    [
      ...draft.lines.map((line) =>
        h('tr', null, h('th', { scope: 'row' }, line.code, ' ', line.name), num(line.budgetMinor)),
      ),
      h(
        'tr',
        null,
        h('th', { scope: 'row' }, t('budget.total')),
        num(sum(draft.lines.map((line) => line.budgetMinor))),
      ),
    ],
  ),
  facts(
    [t('budgets.document'), mono(draft.document)],
    [t('budgets.policyDocument'), mono(draft.policyDocument)],
  ),
  quiet(t('budgets.papers')),
];

// Adopts what was checked; which papers the decision has, the rules say.
const adoption = ({ decision }, budget, reload) =>
  form(
    { testid: 'adopt-button' },
    field(
      'decision',
      { options: true },
      h(
        'option',
        { value: decision.reference },
        `${decision.reference} · ${decision.title} · ${decision.adoptedDate}`,
      ),
    ),
    t('budgets.adopt'),
    async (given) => {
      const got = await command(`${base()}/adoptions`, {
        provenance: decision.provenance,
        reference: given.get('decision'),
        budget,
      });
      await reload(got.year);
      return done(t('budgets.adopted', { year: got.year, reference: got.decision.reference }));
    },
  );

export function budgetsView({ desk, executions }) {
  const checked = h('div', { testid: 'checked' });
  const years = h('div', { testid: 'executions' }, executions.map(executed));
  const reload = async () => {
    const again = await loadBudgets();
    years.replaceChildren(...again.executions.flatMap(executed));
  };
  return h(
    'section',
    { class: 'card narrow', testid: 'budgets' },
    h('h1', { tabindex: '-1' }, t('budgets.title')),
    quiet(t('budgets.lead')),
    years,
    h('h2', null, t('budgets.next', { year: desk.nextYear })),
    policyFacts(desk.policy),
    h(
      'p',
      null,
      h(
        'a',
        {
          class: 'button',
          href: `/desk/${session.community}/budget/table.csv`,
          download: '',
          testid: 'budget-table',
        },
        t('budgets.table'),
      ),
    ),
    desk.mayDraft
      ? form(
          { testid: 'draft-button' },
          field('budgetFile', { type: 'file', accept: '.csv,text/csv' }),
          t('budgets.draft'),
          async (given) => {
            checked.replaceChildren();
            const file = given.get('budgetFile');
            const lines = await linesOf(file);
            if (lines === null) return wrong('form.utf8');
            const { nextYear: year, policy } = desk;
            const budget = { year, file: fileName(file), lines, policy };
            const draft = await command(base(), budget);
            checked.replaceChildren(
              ...drafted(draft),
              ...(desk.mayAdopt ? [adoption(desk, budget, reload)] : []),
            );
            return done(t('budgets.faultless'));
          },
        )
      : quiet(t('budgets.look')),
    checked,
  );
}

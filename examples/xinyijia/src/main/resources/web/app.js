// The owners' page: its frame, its decisions and proofs, and where the address bar leads.
import {
  bar,
  beijing,
  card,
  chip,
  decimal,
  download,
  empty,
  facts,
  group,
  h,
  label,
  lang,
  loader,
  mono,
  percent,
  percentNote,
  permille,
  quiet,
  read,
  readAll,
  sameScale,
  setLang,
  state,
  t,
  yuan,
} from './kit.js';
import { balanceCard, budgetCard, collectionCard, flowsCard } from './money.js';
import { noticesCard } from './notices.js';
import { loadTrace, recordView, recordsCard, spendCard, traceView } from './records.js';
import { loadStatement, statementView, statementsCard } from './statements.js';
import { logout, session, whoAmI } from './session.js';
import { Pin, checkpointPanel, pinBanner, refillPin } from './verify.js';

const page = document.getElementById('page');
const SECTIONS = [
  'balance',
  'budget',
  'flows',
  'records',
  'spend',
  'collection',
  'decisions',
  'notices',
  'statements',
  'proof',
];

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
          onclick: () => {
            setLang(other);
            start().then(focusSwitch);
          },
        },
        t('app.language'),
      ),
    ),
    stamp ? h('p', { class: 'stamp', testid: 'stamp' }, stamp) : null,
    h('div', { class: 'bar who' }, communities(), account()),
  );
}

// Another community is another address, so that a link leads to the same one again.
function communities() {
  if (!state.all || state.all.length < 2) return null;
  const select = h(
    'select',
    {
      testid: 'community-select',
      'aria-label': t('app.community'),
      onchange: () => location.assign(`?c=${encodeURIComponent(select.value)}`),
    },
    state.all.map((one) =>
      h('option', { value: one.id, selected: one.id === state.community.id }, one.name),
    ),
  );
  return select;
}

function account() {
  const link = (name) =>
    h('a', { href: `#/${name}`, testid: `to-${name}` }, t(`session.${name}`));
  const own = session.loggedIn && session.community === state.community?.id;
  return h(
    'nav',
    { class: 'account', 'aria-label': t('session.menu') },
    own && session.roles.includes('OWNER') ? [link('bills'), link('cases')] : null,
    own && session.roles.some((role) => role !== 'OWNER') ? link('desk') : null,
    session.loggedIn
      ? h(
          'button',
          {
            type: 'button',
            class: 'lang',
            testid: 'logout',
            onclick: async () => {
              await logout().catch(() => null);
              location.hash = '#/';
              start();
            },
          },
          t('session.logout'),
          ` ${session.name}`,
        )
      : link('login'),
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
    h('p', { class: 'small num' }, exact(one, part, whole)),
    h('p', { class: 'small' }, mono(one.rule)),
  );
}
// The comparison that decides, in whole numbers: part × lower against whole × upper.
function exact(one, part, whole) {
  const threshold = /^([≥>])(\d+)\s*\/\s*(\d+)$/.exec(one.threshold);
  if (!threshold) return '';
  const [, sign, upper, lower] = threshold;
  const [left, right] = [part * BigInt(lower), whole * BigInt(upper)];
  const relation = left > right ? '>' : left === right ? '=' : '<';
  const values = { left: group(left), right: group(right), relation, sign, upper, lower };
  return t('decision.exact', values);
}

// The totals as they decide; no amount passes through a decimal of the page.
const downloadTotals = (one) =>
  download(
    `${one.meeting}-${one.motion}.csv`,
    ['motion', 'result', 'rule', 'label', 'part', 'whole', 'unit', 'threshold', 'met'],
    one.bars.map((each) => [
      one.motion,
      one.result,
      each.rule,
      each.label,
      each.part,
      each.whole,
      each.unit,
      each.threshold,
      each.met,
    ]),
  );

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
    h(
      'p',
      null,
      h(
        'button',
        {
          type: 'button',
          testid: 'decision-download',
          onclick: () => downloadTotals(one),
        },
        t('decision.download'),
      ),
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
    () => readAll(`${state.base}/decisions?limit=200`),
    (all) => (all.length === 0 ? empty() : all.map(decisionCard)),
  );
  // A link to one decision waits until it is there.
  state.decisions = load();
  return h('div', { class: 'wide' }, card('decisions', t('decisions.title'), place, percentNote()));
}

// ---- Proof ----
const takeAway = () =>
  h(
    'div',
    { class: 'panel', testid: 'take-away' },
    h('h3', null, t('download.title')),
    quiet(t('download.lead')),
    h(
      'p',
      { class: 'buttons' },
      h(
        'a',
        {
          class: 'button',
          href: `/download/${encodeURIComponent(state.community.id)}-book.ndjson`,
          download: '',
          testid: 'download-book',
        },
        t('download.book'),
      ),
      ' ',
      h(
        'a',
        {
          class: 'button',
          href: '/download/xinyi-verifier.html',
          download: '',
          testid: 'download-verifier',
        },
        t('download.verifier'),
      ),
    ),
  );
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
    takeAway(),
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
    noticesCard(),
    h('div', { class: 'columns' }, collectionCard(), statementsCard()),
    proof,
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
  const ready = loader(place, load, render)().then(() => {
    // What could not be shown has a heading too.
    if (!place.querySelector('h1'))
      place.prepend(h('h1', { class: 'unseen', tabindex: '-1' }, t('error.title')));
    return place.querySelector('h1');
  });
  return { view: h('div', null, back, place), ready };
}
function goBack() {
  if (state.from) history.back();
  else location.hash = '#/';
}

async function route(first) {
  const [, name = '', id = '', ...more] = location.hash.split('/').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return '';
    }
  });
  const main = document.getElementById('main');
  const onHome = state.home && main.contains(state.home);
  if (location.hash && !location.hash.startsWith('#/')) return;
  const details = {
    record: () =>
      /^\d+$/.test(id) && [() => read(`${state.base}/records/${id}`), recordView],
    disbursement: () => id && [() => loadTrace(id), traceView],
    statement: () =>
      /^[a-z-]+$/.test(id) && [() => loadStatement(id, ...more), statementView],
    // Whoever only reads never loads what is for those who log in.
    login: () => [() => import('./desk.js'), (desk) => desk.loginView(entered)],
    bills: () => [
      async () => [await import('./bills.js'), await read(`/household/${session.community}`)],
      ([bills, mine]) => bills.billsView(mine),
    ],
    cases: () => [
      async () => [await import('./cases.js'), await read(`/household/${session.community}/cases`)],
      ([cases, mine]) => cases.casesView(mine),
    ],
    case: () =>
      id && [
        async () => {
          const cases = await import('./cases.js');
          return [cases, await cases.loadCase(id)];
        },
        ([cases, one]) =>
          cases.caseView(one, (record) => cases.reporterActions(record, () => route(false))),
      ],
    desk: () => [
      async () => [await import('./desk.js'), await read(`/desk/${session.community}`)],
      ([desk, first]) => desk.deskView(first),
    ],
    budgets: () => [
      async () => {
        const budgets = await import('./budgets.js');
        return [budgets, await budgets.loadBudgets()];
      },
      ([budgets, first]) => budgets.budgetsView(first),
    ],
    bank: () => [
      async () => {
        const bank = await import('./bank.js');
        return [bank, await bank.loadBank()];
      },
      ([bank, first]) => bank.bankView(first),
    ],
  };
  if (['bills', 'cases', 'case', 'desk', 'budgets', 'bank'].includes(name) && !session.loggedIn) {
    location.hash = '#/login';
    return;
  }
  const detail = Object.hasOwn(details, name) && details[name]();
  if (onHome && detail) state.scroll = scrollY;
  state.refresh = null;
  if (detail) {
    const { view, ready } = detailView(...detail);
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
// After logging in the page is of the community where the holder belongs.
function entered() {
  const first = session.roles.some((role) => role !== 'OWNER') ? 'desk' : 'bills';
  if (session.community === state.community.id) {
    location.hash = `#/${first}`;
    start();
  } else location.assign(`?c=${encodeURIComponent(session.community)}#/${first}`);
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
  const all = await readAll('/api/communities?limit=200');
  const wanted = new URLSearchParams(location.search).get('c');
  // Whoever asks for one community is never shown the money of another.
  const community = wanted === null ? all[0] : all.find((one) => one.id === wanted);
  if (!community) return wanted === null ? null : { unknown: true };
  const base = `/api/communities/${encodeURIComponent(community.id)}`;
  const [overview] = await Promise.all([read(`${base}/overview`), whoAmI().catch(() => null)]);
  return { all, community, base, overview };
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
    () =>
      got && !got.unknown
        ? h('div')
        : h('p', { class: 'box', testid: 'empty' }, t(got ? 'error.unknown' : 'error.none')),
  )();
  if (mine !== starts || !got || got.unknown) return;
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

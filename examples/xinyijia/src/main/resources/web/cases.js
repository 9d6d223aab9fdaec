// What an owner reported: the form, the list, and one case followed like a parcel.
import { beijing, chip, empty, facts, h, has, label, mono, quiet, read, t, time } from './kit.js';
import { field, form } from './forms.js';
import { command, send, session } from './session.js';

const CATEGORIES = [
  'REPAIR',
  'OTHER_SERVICE',
  'NOISE',
  'WASTE',
  'POLLUTION',
  'ANIMALS',
  'OBSTRUCTED_PASSAGE',
  'UNLAWFUL_STRUCTURE',
  'OTHER_DISPUTE',
];
const TONE = { CLOSED: 'good', DONE: 'good', AGREED: 'good', FOUND: 'muted', REPORTED: 'muted' };
export const stageChip = (stage) => chip(label('stage', stage), TONE[stage] || 'wait');
const own = () => `/household/${session.community}/cases`;
const open = (id) => `/api/communities/${session.community}/cases/${encodeURIComponent(id)}`;
export const caseLink = (id) => `#/case/${encodeURIComponent(id)}`;
const newId = () =>
  `C-${beijing(new Date().toISOString()).slice(0, 10).replaceAll('-', '')}-${crypto
    .getRandomValues(new Uint32Array(1))[0]
    .toString(36)}`;

export const loadCases = () => read(own());
export function casesView(mine) {
  // The number stays while a report is not through, so that a repeated press is the same report.
  let id = newId();
  return h(
    'section',
    { class: 'card narrow', testid: 'cases' },
    h('h1', { tabindex: '-1' }, t('cases.title')),
    quiet(t('cases.lead')),
    h('h2', null, t('cases.report')),
    form(
      { testid: 'report-button' },
      [
        field(
          'category',
          { options: true },
          CATEGORIES.map((one) => h('option', { value: one }, t(`category.${one}`))),
        ),
        h(
          'div',
          { class: 'field wide' },
          h('label', { for: 'f-text' }, t('form.caseText')),
          h('textarea', {
            id: 'f-text',
            name: 'text',
            rows: '4',
            maxlength: '4000',
            required: true,
            testid: 'f-text',
          }),
        ),
      ],
      t('cases.send'),
      async (given) => {
        const got = await send('POST', own(), {
          id,
          category: given.get('category'),
          text: given.get('text').trim(),
        });
        id = newId();
        location.hash = caseLink(got.id);
        return h('p');
      },
    ),
    h('h2', null, t('cases.mine')),
    mine.cases.length === 0
      ? empty()
      : h(
          'ul',
          { class: 'rows' },
          mine.cases.map((one) =>
            h(
              'li',
              null,
              h(
                'a',
                { class: 'row', href: caseLink(one.id), testid: 'case-row', 'data-id': one.id },
                h('span', { class: 'when num' }, beijing(one.reportedAt).slice(0, 10)),
                h(
                  'span',
                  { class: 'what' },
                  stageChip(one.stage),
                  ' ',
                  label('category', one.category),
                  h('small', { class: 'quiet' }, ` ${one.text.slice(0, 40)}`),
                ),
              ),
            ),
          ),
        ),
  );
}

// The way of a case; what is behind it by its stage, and what is still to come.
const WAY = ['REPORTED', 'ASSIGNED', 'SETTLED', 'FOLLOWED_UP', 'CLOSED'];
const REACHED = {
  FOUND: 0,
  REPORTED: 1,
  ASSIGNED: 2,
  VISITED: 2,
  MEDIATION: 2,
  BROKEN: 2,
  AT_WORK: 2,
  AGREED: 3,
  DONE: 3,
  ESCALATED: 3,
  FOLLOWED_UP: 4,
  CLOSED: 5,
};
const SAID = ['text', 'note', 'reason'];

export const loadCase = (id) => Promise.all([read(`${open(id)}/record`), read(open(id))]);
export function caseView([record, seen], actions) {
  const { state, records } = record;
  const done = ({ kind, at, members }) =>
    h(
      'li',
      { class: 'done', testid: 'case-step', 'data-kind': kind, 'data-done': 'true' },
      h(
        'div',
        { class: 'line' },
        h('strong', null, has(`event.${kind}`) ? t(`event.${kind}`) : kind),
        time(at, true),
      ),
      SAID.filter((name) => members[name]).map((name) => h('p', null, members[name])),
      members.answer ? h('p', null, label('answer', members.answer)) : null,
      members.photoDigest
        ? h('details', null, h('summary', null, t('cases.photo')), mono(members.photoDigest))
        : null,
    );
  const toCome = WAY.slice(REACHED[state.stage] ?? 0).map((name) =>
    h(
      'li',
      { class: 'open', testid: 'case-step', 'data-done': 'false' },
      h(
        'div',
        { class: 'line' },
        h('strong', null, t(`way.${name}`)),
        h('span', { class: 'quiet' }, t('trace.pending')),
      ),
    ),
  );
  return h(
    'section',
    { class: 'card narrow', testid: 'case', 'data-id': state.id, 'data-stage': state.stage },
    h('h1', { tabindex: '-1' }, t('cases.one', { id: state.id }), ' ', stageChip(state.stage)),
    h('p', { class: 'lead' }, label('category', seen.category)),
    facts(
      ...seen.deadlines.map((last) => [
        t(`due.${last.kind}`),
        h('span', { class: 'num' }, last.day),
      ]),
    ),
    seen.deadlines.length > 0 ? quiet(t('cases.weekends')) : null,
    h('h2', null, t('trace.steps')),
    h('ol', { class: 'trace', testid: 'case-steps' }, records.map(done), toCome),
    actions?.(record),
  );
}

// One step, about the version that is shown.
export async function step(record, taken) {
  const { id, version } = record.state;
  return command(`${open(id)}/steps`, taken, { 'If-Match': `"${version}"` });
}

// Who reported may ask to open a closed case again.
export function reporterActions(record, reload) {
  if (record.state.stage !== 'CLOSED') return null;
  return h(
    'div',
    null,
    h('h2', null, t('cases.reopen')),
    form(
      { testid: 'reopen-button' },
      field('reason', { type: 'text', maxlength: '500' }),
      t('cases.reopen'),
      async (given) => {
        await step(record, { step: 'REOPEN', text: given.get('reason') });
        reload();
        return h('p');
      },
    ),
  );
}

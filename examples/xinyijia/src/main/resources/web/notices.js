// The notice board: announced votes with their periods, and every duty of disclosure with its term.
import { chip, empty, h, label, lang, loadedCard, quiet, read, state, t, time } from './kit.js';

const TONE = { IN_TIME: 'good', LATE: 'bad', OVERDUE: 'bad', NOT_YET_DUE: 'muted' };
const nameOf = (duty) => (lang() === 'en' ? duty.nameEn : duty.nameZh);

const announcement = (one) =>
  h(
    'li',
    { class: 'panel', testid: 'announcement' },
    h('strong', null, one.title),
    h(
      'p',
      { class: 'num' },
      t('notices.period', { from: one.from, until: one.until, days: one.days }),
    ),
    h('p', null, h('a', { href: '#/decisions' }, t('notices.judged'))),
  );

const statusChip = (duty) => chip(label('duty', duty.status), TONE[duty.status]);

// One line for each item; the single duties behind it open on request.
function itemOf(duties) {
  const first = duties[0];
  const late = duties.filter((duty) => duty.status === 'LATE' || duty.status === 'OVERDUE');
  return h(
    'li',
    { testid: `duty-${first.item}`, 'data-late': late.length },
    h(
      'div',
      { class: 'line' },
      h('strong', null, nameOf(first)),
      h(
        'span',
        null,
        late.length > 0
          ? chip(t('notices.late', { n: late.length }), 'bad')
          : chip(t('notices.kept', { n: duties.length }), 'good'),
      ),
    ),
    quiet(t('notices.source'), first.source, ' · ', label('standing', first.standing)),
    h(
      'details',
      null,
      h('summary', null, t('notices.each', { n: duties.length })),
      h(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': nameOf(first) },
        h(
          'table',
          null,
          h(
            'thead',
            null,
            h(
              'tr',
              null,
              ['subject', 'due', 'published', 'status'].map((column) =>
                h('th', { scope: 'col' }, t(`notices.${column}`)),
              ),
            ),
          ),
          h(
            'tbody',
            null,
            duties.map((duty) =>
              h(
                'tr',
                null,
                h('th', { scope: 'row', class: 'num' }, duty.subject),
                h('td', null, time(duty.due)),
                h('td', null, duty.publishedAt ? time(duty.publishedAt) : '—'),
                h('td', null, statusChip(duty)),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

export const noticesCard = () =>
  loadedCard(
    'notices',
    t('notices.title'),
    'notices',
    () => read(`/notices/${encodeURIComponent(state.community.id)}`),
    ({ announcements, duties, asOf }) => {
      const items = new Map();
      for (const duty of duties) items.set(duty.item, [...(items.get(duty.item) || []), duty]);
      return [
        h('h3', null, t('notices.votes')),
        announcements.length === 0 ? empty() : h('ul', { class: 'stack' }, announcements.map(announcement)),
        h('h3', null, t('notices.duties')),
        duties.length === 0
          ? empty()
          : [
              quiet(t('notices.lead'), ' ', t('notices.asof'), time(asOf)),
              h('ul', { class: 'budget' }, [...items.values()].map(itemOf)),
            ],
      ];
    },
  );

// Small tools of the page: exact figures, times, elements, reading from the server, bar charts.
import { TEXTS } from './texts.js';

// ---- Language ----
const stored = (key, value) => {
  try {
    if (value === null) localStorage.removeItem(key);
    else if (value !== undefined) localStorage.setItem(key, value);
    return localStorage.getItem(key);
  } catch {
    return null; // Storage may be forbidden: the page works without it.
  }
};
export const storage = stored;

let language = stored('xinyi.lang') === 'en' ? 'en' : 'zh-CN';
export const lang = () => language;
export function setLang(next) {
  language = next;
  stored('xinyi.lang', next);
  document.documentElement.lang = next;
}
export const has = (key) => key in TEXTS;
export function t(key, values = {}) {
  const pair = TEXTS[key];
  if (!pair) return key;
  const text = pair[language === 'en' ? 1 : 0];
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
// A code of the server that the page may not know yet is shown as it is.
export const label = (family, code) => (has(`${family}.${code}`) ? t(`${family}.${code}`) : code);

// ---- Money: whole fen as BigInt; a fraction or anything inexact throws instead of misleading ----
export function fen(value) {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError('not exact');
  if (value === null || value === undefined || value === '') throw new RangeError('no amount');
  return BigInt(value);
}
export const group = (digits) => String(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
export function yuan(value, sign = '') {
  const amount = fen(value);
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  const mark = amount < 0n ? '\u2212' : amount > 0n ? sign : '';
  return `${mark}¥${group(digits.slice(0, -2))}.${digits.slice(-2)}`;
}
export const sum = (values) => values.reduce((total, value) => total + fen(value), 0n);

// Two decimal texts as integers of the same scale: "46011.13" and "59677.9" become fractions.
export function sameScale(...texts) {
  const parts = texts.map((text) => /^(\d+)(?:\.(\d+))?$/.exec(String(text)));
  if (parts.some((part) => !part)) throw new RangeError('not a decimal');
  const places = Math.max(...parts.map((part) => (part[2] || '').length));
  return parts.map((part) => BigInt(part[1] + (part[2] || '').padEnd(places, '0')));
}
export function decimal(text) {
  const [whole, places] = String(text).split('.');
  return group(whole) + (places === undefined ? '' : `.${places}`);
}

// Thousandths of the whole, rounded down. For showing only.
export function permille(part, whole) {
  if (whole === 0n) return null;
  const scaled = part * 1000n;
  return scaled / whole - (scaled % whole < 0n ? 1n : 0n);
}
export function percent(part, whole) {
  const thousandths = permille(part, whole);
  if (thousandths === null) return '—';
  const digits = String(thousandths < 0n ? -thousandths : thousandths).padStart(2, '0');
  return `${thousandths < 0n ? '\u2212' : ''}${group(digits.slice(0, -1))}.${digits.slice(-1)}%`;
}

// ---- Times: China has one zone without summer time, wherever the reader is ----
const EAST_8 = 8 * 3600 * 1000;
export function beijing(text, precise = false) {
  const time = new Date(text);
  if (isNaN(time)) return String(text ?? '—');
  const local = new Date(time.getTime() + EAST_8).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, precise ? 19 : 16)}`;
}
export const endOfDay = (date) => `${date}T15:59:59.999Z`;

// ---- Elements: text only ever enters as text ----
function build(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'testid') element.setAttribute('data-testid', value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(9).filter((child) => child !== null && child !== undefined));
  return element;
}
export const h = (tag, attributes, ...children) =>
  build(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) =>
  build(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);

export const time = (text, precise) =>
  h('time', { datetime: String(text), class: 'num' }, beijing(text, precise));
export const facts = (...rows) =>
  h(
    'dl',
    { class: 'facts' },
    rows
      .filter(Boolean)
      .map(([name, ...value]) => h('div', null, h('dt', null, name), h('dd', null, value))),
  );
export const chip = (text, tone, attributes) =>
  h('span', { class: `chip ${tone || ''}`, ...attributes }, text);

// A bar beside a figure that says the same, hence hidden from screen readers.
export function bar(thousandths, tone, tick) {
  const width = (value) => `${Math.min(1000, Math.max(0, Number(value))) / 10}%`;
  const fill = h('span', { class: `fill ${tone}` });
  fill.style.width = width(thousandths ?? 0);
  const track = h('span', { class: 'track', 'aria-hidden': 'true' }, fill);
  if (tick !== undefined) {
    const mark = h('span', { class: 'tick' });
    mark.style.left = width(tick);
    track.append(mark);
  }
  return track;
}

// ---- Bars by month: two series side by side, drawn to scale, with a table of the amounts ----
// 1, 2 or 5 times a power of ten, at most four of which reach the highest bar.
function roundStep(most) {
  for (let unit = 10000n; ; unit *= 10n) {
    const factor = [1n, 2n, 5n].find((each) => unit * each * 4n >= most);
    if (factor) return unit * factor;
  }
}

export function chart(months, series) {
  const [width, height, top, bottom, left] = [520, 190, 10, 22, 30];
  const all = months.flatMap((month) => series.map((one) => fen(month[one.field])));
  const most = all.reduce((a, b) => (b > a ? b : a), 1n);
  const step = roundStep(most);
  const ceiling = step * ((most + step - 1n) / step);
  const y = (value) => Number((value * BigInt(height - top - bottom) * 100n) / ceiling) / 100;
  const slot = (width - left) / months.length;
  const thick = Math.min(16, slot / (series.length + 1));
  const drawing = svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, class: 'chart', role: 'img' },
    svg(
      'title',
      null,
      t('flows.chart', {
        from: months[0].month,
        to: months[months.length - 1].month,
        a: series[0].name,
        b: series[1].name,
      }),
    ),
  );
  for (let level = 0n; level <= ceiling; level += step) {
    const at = height - bottom - y(level);
    drawing.append(
      svg('line', { class: 'grid', x1: left, x2: width, y1: at, y2: at }),
      svg(
        'text',
        { class: 'axis', x: left - 5, y: at + 4, 'text-anchor': 'end' },
        String(Number(level / 10000n) / 100),
      ),
    );
  }
  months.forEach((month, index) => {
    const start = left + slot * index + (slot - thick * series.length) / 2;
    series.forEach((one, place) => {
      const value = fen(month[one.field]);
      const tall = y(value > 0n ? value : 0n);
      drawing.append(
        svg('rect', {
          class: one.tone,
          x: start + thick * place,
          y: height - bottom - tall,
          width: thick - 1.5,
          height: tall,
          rx: 1.5,
        }),
      );
    });
    drawing.append(
      svg(
        'text',
        { class: 'axis', x: left + slot * (index + 0.5), y: height - 6, 'text-anchor': 'middle' },
        String(Number(month.month.slice(5))),
      ),
    );
  });
  const legend = h(
    'p',
    { class: 'legend' },
    series.map((one) => h('span', null, h('i', { class: `dot ${one.tone}` }), one.name)),
    h('span', { class: 'quiet' }, t('flows.axis')),
  );
  return h('figure', null, legend, drawing);
}
export function monthTable(months, columns) {
  return h(
    'details',
    null,
    h('summary', null, t('flows.table')),
    h(
      'div',
      {
        class: 'scroll',
        tabindex: '0',
        role: 'region',
        'aria-label': columns.map((column) => column.name).join(' · '),
      },
      h(
        'table',
        null,
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            h('th', { scope: 'col' }, t('flows.month')),
            columns.map((column) => h('th', { scope: 'col', class: 'num' }, column.name)),
          ),
        ),
        h(
          'tbody',
          null,
          months.map((month) =>
            h(
              'tr',
              null,
              h('th', { scope: 'row', class: 'num' }, month.month),
              columns.map((column) => h('td', { class: 'num' }, column.show(month))),
            ),
          ),
        ),
      ),
    ),
  );
}

// ---- Reading from the server ----
export class Problem extends Error {
  constructor(status, body) {
    super((body && (body.detail || body.title)) || String(status));
    Object.assign(this, { status, body: body || {} });
  }
}

// Integers too long for a number stay decimal texts, so that no amount is ever rounded.
export function parseExact(text) {
  const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
  return JSON.parse(text.replace(token, (part) => (/^-?\d{16,}$/.test(part) ? `"${part}"` : part)));
}

async function answer(path) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), 20000);
  try {
    const response = await fetch(path, {
      headers: { Accept: 'application/json', 'Accept-Language': language },
      cache: 'no-cache',
      signal: abort.signal,
    });
    const text = await response.text();
    if (response.ok) return { body: parseExact(text), next: nextPage(response) };
    let problem = null;
    try {
      problem = JSON.parse(text);
    } catch {
      // Not every error has a body that explains it.
    }
    throw new Problem(response.status, problem);
  } catch (e) {
    if (e instanceof Problem || e instanceof SyntaxError) throw e;
    throw new Problem(0, null);
  } finally {
    clearTimeout(timer);
  }
}
export const read = async (path) => (await answer(path)).body;

// A list comes in pages, and where the next one is stands in its Link (RFC 8288).
const nextPage = (response) => {
  const link = /<([^>]*)>;\s*rel="next"/.exec(response.headers.get('Link') || '');
  return link ? new URL(link[1], response.url || location.href).href : null;
};
export async function readAll(path) {
  const all = [];
  for (let at = path; at; ) {
    const page = await answer(at);
    all.push(...page.body);
    at = page.next;
  }
  return all;
}

export function errorBox(error, retry) {
  const known = error instanceof Problem;
  const body = known ? error.body : {};
  let said = t('error.data');
  if (known)
    said = error.status === 0 ? t('error.network') : t('error.status', { status: error.status });
  if (!known) console.error(error);
  return h(
    'div',
    { class: 'box bad', role: 'alert', testid: 'error' },
    h('p', null, h('strong', null, body.title || t('error.title'))),
    h('p', null, body.detail || said),
    Array.isArray(body.findings) && body.findings.length > 0
      ? h(
          'ul',
          null,
          body.findings.map((finding) => h('li', null, finding.text)),
        )
      : null,
    retry
      ? h('button', { type: 'button', testid: 'retry', onclick: retry }, t('app.retry'))
      : null,
  );
}
export const loading = () => h('p', { class: 'loading', role: 'status' }, t('app.loading'));
export const empty = () => h('p', { class: 'quiet' }, t('app.empty'));

// Loads into a place; a late answer to an earlier question is dropped.
export function loader(place, load, render) {
  let latest = 0;
  const run = async () => {
    const mine = ++latest;
    place.setAttribute('aria-busy', 'true');
    place.replaceChildren(loading());
    let content;
    try {
      content = [render(await load())].flat(9).filter(Boolean);
    } catch (e) {
      content = [errorBox(e, run)];
    }
    if (mine !== latest) return;
    place.replaceChildren(...content);
    place.removeAttribute('aria-busy');
  };
  return run;
}

// ---- Tables to be taken away, as a spreadsheet opens them; no text of them runs as a formula ----
const cell = (value) =>
  `"${String(value)
    .replace(/^(?=[=+\-@\t\r\n＝＋－＠])(?!-?\d+$)/, "'")
    .replaceAll('"', '""')}"`;
export function download(name, head, rows) {
  const lines = [head.join(','), ...rows.map((row) => row.map(cell).join(','))];
  const text = `\ufeff${lines.join('\r\n')}\r\n`;
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

// ---- Shared by the views ----
// What is shown: the community, its newest overview, the reader's pin, and the way back.
export const state = {
  community: null,
  base: '',
  overview: null,
  pin: null,
  home: null,
  scroll: 0,
  from: '',
};
export function card(id, title, ...content) {
  return h(
    'section',
    { class: 'card', id: `card-${id}`, 'aria-labelledby': `title-${id}` },
    h('h2', { id: `title-${id}`, tabindex: '-1' }, title),
    content,
  );
}
export function loadedCard(id, title, testid, load, render) {
  const place = h('div', { testid });
  loader(place, load, render)();
  return card(id, title, place);
}
export const quiet = (...content) => h('p', { class: 'quiet' }, content);
export const percentNote = () => h('p', { class: 'quiet small' }, t('percent.note'));
export const mono = (text) => h('code', null, text);
// A payment from before orders named their payee shows no name: nobody signed one.
export const payeeOf = (payment) => payment.payeeName || t('trace.payee.unsigned');

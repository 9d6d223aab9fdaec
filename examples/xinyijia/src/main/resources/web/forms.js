// Forms of those who are logged in: fields, one press at a time, and what came of it.
import { errorBox, group, h, t } from './kit.js';

export const field = (name, attributes, ...content) =>
  h(
    'div',
    { class: 'field' },
    h('label', { for: `f-${name}` }, t(`form.${name}`)),
    h(
      attributes.options ? 'select' : 'input',
      { id: `f-${name}`, name, testid: `f-${name}`, required: true, ...attributes, options: null },
      ...content,
    ),
  );
// What came of a press; read aloud, and seen, where the press was.
export const outcome = () => h('div', { role: 'status', testid: 'outcome' });
export const done = (text) => h('p', { class: 'box good', testid: 'done' }, '✓ ', text);

// A form that sends once at a time and shows every rule in the way.
export function form(attributes, fields, button, act) {
  const place = outcome();
  const press = h('button', { type: 'submit', class: 'primary', testid: attributes.testid }, button);
  const element = h(
    'form',
    {
      class: 'search',
      'aria-label': attributes.label || button,
      onsubmit: async (event) => {
        event.preventDefault();
        press.disabled = true;
        place.replaceChildren(h('p', { class: 'loading' }, t('form.sending')));
        try {
          place.replaceChildren(await act(new FormData(element), element));
        } catch (e) {
          place.replaceChildren(errorBox(e));
        } finally {
          press.disabled = false;
          // No password stays in a field.
          element.querySelectorAll('[type=password]').forEach((one) => {
            one.value = '';
          });
        }
      },
    },
    fields,
    h('div', { class: 'buttons' }, press),
    h('div', { class: 'wide' }, place),
  );
  return element;
}
export const wrong = (key) => h('p', { class: 'box bad', role: 'alert', testid: 'error' }, t(key));

// Yuan as typed, to whole fen, without ever being a fraction.
export function fenOf(text) {
  const parts = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(text.trim().replaceAll(',', ''));
  if (!parts) return null;
  return String(BigInt(parts[1] + (parts[2] || '').padEnd(2, '0')));
}

// The lines of a chosen file of text; null if it is not in UTF-8 or is too large to be sent.
const MOST_TEXT = 8000000;
export async function linesOf(file) {
  if (!file || file.size === 0 || file.size > MOST_TEXT) return null;
  const text = await file.text();
  if (text.includes('\ufffd')) return null;
  const lines = text.split(/\r\n|\n|\r/);
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  return lines;
}
export const fileName = (file) => file.name.slice(-40);

export const table = (name, columns, rows) =>
  h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': name },
    h(
      'table',
      null,
      h('thead', null, h('tr', null, columns.map((one) => h('th', { scope: 'col' }, one)))),
      h('tbody', null, rows),
    ),
  );
export const recordLink = (index) =>
  index === undefined ? '—' : h('a', { href: `#/record/${index}` }, group(index));

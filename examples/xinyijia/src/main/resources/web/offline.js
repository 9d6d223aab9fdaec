// The page that is taken away: checks a downloaded book and talks to nobody. Put into one file with
// proof.js, book.js and texts.js, whose TEXTS it finds beside it.
(function () {
  'use strict';

  let english = false;
  const t = (key, values = {}) =>
    (TEXTS[key] ? TEXTS[key][english ? 1 : 0] : key).replace(/\{(\w+)\}/g, (whole, name) =>
      String(values[name] ?? whole),
    );
  const group = (digits) => String(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  function yuan(fen) {
    const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
    return `${fen < 0n ? '\u2212' : ''}¥${group(digits.slice(0, -2))}.${digits.slice(-2)}`;
  }
  function h(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else if (value !== null && value !== false) element.setAttribute(name, value);
    }
    element.append(...children.flat(9).filter((child) => child !== null && child !== undefined));
    return element;
  }

  const field = (name, input) => [h('label', { for: name }, t(`offline.${name}`)), input];
  const area = (name) =>
    h('textarea', { id: name, name, rows: '4', spellcheck: 'false', 'data-testid': name });
  // Pasting often loses the last line end or turns it into that of another system.
  const note = (text) =>
    text.trim() === '' ? '' : `${text.replace(/\r\n/g, '\n').replace(/^\s+|\s+$/g, '')}\n`;

  const stepItem = (step) =>
    h(
      'li',
      { 'data-testid': 'offline-step', 'data-step': step.name, 'data-ok': String(step.ok) },
      step.ok ? '✓ ' : '✗ ',
      t(`offline.step.${step.name}`),
      step.ok ? '' : ` · ${t(TEXTS[`reason.${step.reason}`] ? `reason.${step.reason}` : 'reason.other')}`,
      step.ok ? '' : ` (${[step.reason, step.detail].join(' ').trim()})`,
    );
  function resultOf({ steps, found, ok }, own) {
    const cash = [...found.accounts].filter(([code]) => code.endsWith('.cash'));
    return h(
      'div',
      {
        class: ok ? 'result' : 'result bad',
        'data-testid': 'offline-result',
        'data-result': ok ? 'ok' : 'failed',
      },
      h('p', null, h('strong', null, t(ok ? 'offline.ok' : 'offline.failed'))),
      h('ol', null, steps.map(stepItem)),
      ok
        ? [
            h(
              'p',
              null,
              t('offline.counts', {
                name: found.head.name,
                size: group(found.checkpoint.size),
                open: group(found.counts.OPEN || 0),
                household: group(found.counts.HOUSEHOLD || 0),
                batch: group(found.counts.BATCH || 0),
              }),
            ),
            h('p', null, t(own ? 'offline.own' : 'offline.same')),
            h('h2', null, t('offline.cash')),
            h(
              'table',
              { 'data-testid': 'offline-cash' },
              h(
                'tbody',
                null,
                cash.map(([code, { name, amount }]) =>
                  h('tr', null, h('th', { scope: 'row' }, `${name} ${code}`), h('td', null, yuan(amount))),
                ),
              ),
            ),
          ]
        : null,
    );
  }

  function draw() {
    document.documentElement.lang = english ? 'en' : 'zh-CN';
    document.title = `${t('app.name')} · ${t('offline.title')}`;
    const place = h('div', { role: 'status', 'data-testid': 'offline-place' });
    const file = h('input', {
      type: 'file',
      id: 'book',
      accept: '.ndjson',
      required: '',
      'data-testid': 'book',
    });
    const vkey = h('input', {
      type: 'text',
      id: 'vkey',
      spellcheck: 'false',
      autocomplete: 'off',
      'data-testid': 'vkey',
    });
    const [checkpoint, earlier] = [area('checkpoint'), area('earlier')];
    const press = h('button', { type: 'submit', 'data-testid': 'check-button' }, t('offline.check'));
    const form = h(
      'form',
      {
        onsubmit: async (event) => {
          event.preventDefault();
          press.disabled = true;
          try {
            const given = {
              checkpoint: note(checkpoint.value),
              verifierKey: vkey.value.trim(),
              earlier: note(earlier.value),
            };
            const text = await file.files[0].text();
            const checked = await XinyiBook.check(text, given, async (done, all) => {
              place.textContent = t('offline.progress', { done: group(done), all: group(all) });
              await new Promise((ready) => setTimeout(ready));
            });
            place.replaceChildren(resultOf(checked, given.checkpoint && given.verifierKey));
          } catch (e) {
            place.replaceChildren(
              h(
                'div',
                { class: 'result bad', role: 'alert', 'data-testid': 'offline-result', 'data-result': 'failed' },
                `${t('error.title')} ${e.message}`,
              ),
            );
          } finally {
            press.disabled = false;
          }
        },
      },
      field('book', file),
      field('checkpoint', checkpoint),
      field('vkey', vkey),
      field('earlier', earlier),
      press,
    );
    document.getElementById('main').replaceChildren(
      h(
        'button',
        {
          type: 'button',
          class: 'plain',
          lang: english ? 'zh-CN' : 'en',
          'data-testid': 'lang-switch',
          onclick: () => {
            english = !english;
            draw();
            document.querySelector('button').focus();
          },
        },
        t('app.language'),
      ),
      h('h1', null, t('offline.title')),
      h('p', null, t('offline.lead')),
      form,
      place,
    );
  }
  draw();
})();

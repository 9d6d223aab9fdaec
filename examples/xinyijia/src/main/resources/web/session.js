// Who is logged in, and what is sent to the server in that person's name.
import { Problem, lang, parseExact, read } from './kit.js';

export const session = { loggedIn: false, name: '', community: '', roles: [], csrf: '' };

const take = (got) =>
  Object.assign(session, { name: '', community: '', unit: '', roles: [], csrf: '' }, got);
export const has = (...roles) => roles.some((role) => session.roles.includes(role));
export const whoAmI = async () => take(await read('/session'));

// Sends JSON; a refusal comes back as a problem with all its findings.
export async function send(method, path, body, more = {}) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        Accept: 'application/json',
        'Accept-Language': lang(),
        'Content-Type': 'application/json',
        'X-CSRF-Token': session.csrf,
        ...more,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
    });
  } catch {
    throw new Problem(0, null);
  }
  const text = await response.text();
  let answer = null;
  try {
    answer = parseExact(text);
  } catch {
    // Not every error has a body that explains it.
  }
  if (!response.ok) throw new Problem(response.status, answer);
  return answer;
}

// A command of the library: under a key of its own, and about the version that is shown, if any.
export const command = (path, body, more = {}) =>
  send('POST', path, body, {
    'Idempotency-Key': crypto.randomUUID?.() ?? String(Math.random()).slice(2),
    ...more,
  });

export const login = async (name, password) => take(await send('POST', '/session', { name, password }));
export const logout = async () => take(await send('DELETE', '/session'));

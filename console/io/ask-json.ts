import type { Answer } from '../../widget/core/wire.ts';

/** One request to our own server, with the session's cookie. Never throws: what did not come back is `no-answer`. */
export async function askJson<Value extends object>(url: URL, method: string, body?: object): Promise<Answer<Value>> {
  try {
    const response = await fetch(url, {
      method,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return (await response.json()) as Answer<Value>;
  } catch {
    return { ok: false, code: 'no-answer' };
  }
}

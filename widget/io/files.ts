import type { Attachment } from '../../protocol/attachment.ts';
import type { ChosenFile, Files, Upload } from '../core/files.ts';
import type { Answer } from '../core/wire.ts';

const UNANSWERED = { ok: false, code: 'no-answer' } as const;
/** Nothing moves any more: a phone between two networks says nothing by itself. */
const UPLOAD_TIMEOUT_MS = 120_000;

export interface FilesOptions {
  server: URL;
  /** The conversation's, for a citizen; an operator is known by the session's cookie. */
  token?: () => string | null;
}

/** Files over HTTP. */
export function createFiles({ server, token }: FilesOptions): Files<Blob> {
  const credentials = token ? 'omit' : 'same-origin';
  return {
    upload: (file, key, onProgress) => send(server, file, key, onProgress, !token),
    async download(id) {
      const secret = token?.();
      try {
        const response = await fetch(new URL(`api/attachments/${encodeURIComponent(id)}`, server), {
          credentials,
          headers: secret ? { Authorization: `Bearer ${secret}` } : {},
        });
        if (response.ok) return { ok: true, body: await response.blob() };
        return readAnswer(await response.text());
      } catch {
        return UNANSWERED;
      }
    },
  };
}

/** By XMLHttpRequest: `fetch` does not tell how much has gone up, and ten megabytes from a phone take a while. */
function send(
  server: URL,
  { name, body }: ChosenFile<Blob>,
  key: string,
  onProgress: (share: number) => void,
  withCookie: boolean,
): Upload {
  const request = new XMLHttpRequest();
  const answer = new Promise<Answer<{ attachment: Attachment }>>((resolve) => {
    request.onloadend = () => resolve(request.status === 0 ? UNANSWERED : readAnswer(request.responseText));
  });
  const url = new URL('api/attachments', server);
  url.searchParams.set('name', name);
  request.open('POST', url);
  request.timeout = UPLOAD_TIMEOUT_MS;
  request.withCredentials = withCookie;
  request.setRequestHeader('Upload-Key', key);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
  request.send(body);
  return { answer, cancel: () => request.abort() };
}

function readAnswer<Value extends object>(text: string): Answer<Value> {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Answer<Value>;
  } catch {
    // A proxy's own page, not the server's answer.
  }
  return UNANSWERED;
}

import type { ArticleTexts, Knowledge } from '../../protocol/article.ts';
import type { DeskStatus } from '../../protocol/status.ts';

/** What can be read from the server without a conversation. Rejects when it cannot be reached or answers an error. */
export interface Api {
  status(): Promise<DeskStatus>;
  /** Null for a language that is not there. */
  knowledge(lang: string): Promise<Knowledge | null>;
  /** Null for a version that is no longer there. */
  texts(lang: string, version: string): Promise<ArticleTexts | null>;
}

export function createApi(server: URL): Api {
  async function read<Value>(path: string): Promise<Value | null> {
    const response = await fetch(new URL(path, server), { credentials: 'omit' });
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as Value;
  }
  const absolute = (path: string): string => new URL(path, server).href;
  return {
    async status() {
      const status = await read<DeskStatus>('api/status');
      if (!status) throw new Error('no status');
      return status;
    },
    async knowledge(lang) {
      const found = await read<Knowledge>(`api/knowledge/${lang}`);
      for (const { lis } of found?.articles ?? []) {
        // The clips' addresses are the server's; the page that shows them is another's.
        if (lis) Object.assign(lis, { video: absolute(lis.video), captions: absolute(lis.captions) });
      }
      return found;
    },
    texts: (lang, version) => read(`api/knowledge/${lang}/${version}/texts`),
  };
}

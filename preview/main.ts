import { render } from 'lit';
import type { PreviewAnswer, PreviewCheck, PreviewState } from '../protocol/preview.ts';
import { createI18n } from '../widget/core/i18n.ts';
import { words } from '../widget/locales/words.ts';
import { draw, type Actions, type Model } from './view.ts';

/** The page of `npm run kb:preview`. The article that is looked at stands behind # in the address. */
const i18n = await createI18n({ lang: 'it', resources: words.panel });
await i18n.extend(words.reading);

let model: Model = {
  state: { topics: [], articles: [], findings: [], notices: [] },
  file: decodeURIComponent(location.hash.slice(1)) || null,
  asked: [],
  filter: '',
  question: '',
  answer: null,
  i18n,
};

function change(part: Partial<Model>): void {
  model = { ...model, ...part };
  render(draw(model, actions), document.body);
}

async function read<Value>(path: string): Promise<Value> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as Value;
}

/** After every save, and once at the beginning. */
async function renew(): Promise<void> {
  const state = await read<PreviewState>('/kb/state');
  change({ state, file: model.file ?? state.articles[0]?.file ?? null });
  await Promise.all([check(), ask(model.question)]);
}

async function check(): Promise<void> {
  const { file } = model;
  const article = model.state.articles.find((one) => one.file === file)?.article;
  if (!article) return change({ asked: [] });
  const { findings } = await read<PreviewCheck>(`/kb/check?lang=${article.lang}&id=${article.id}`);
  if (model.file === file) change({ asked: findings });
}

async function ask(question: string): Promise<void> {
  change({ question });
  if (question.trim() === '') return change({ answer: null });
  const answer = await read<PreviewAnswer>(`/kb/ask?q=${encodeURIComponent(question)}`);
  if (model.question === question) change({ answer });
}

function choose(file: string): void {
  location.hash = encodeURIComponent(file);
  change({ file, asked: [] });
  void check();
}

const actions: Actions = {
  choose,
  follow(id) {
    const target = model.state.articles.find(({ article }) => article.id === id);
    if (target) choose(target.file);
  },
  filter: (filter) => change({ filter }),
  ask: (question) => void ask(question),
};

// Also after the preview was started anew: the browser connects again by itself.
new EventSource('/kb/events').addEventListener('message', () => void renew());
await renew();

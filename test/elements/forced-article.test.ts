import type { Block } from '../../protocol/article.ts';
import { createI18n } from '../../widget/core/i18n.ts';
import { words } from '../../widget/locales/words.ts';
import '../../widget/parts/article.ts';
import { article, clearPage, deep, equal, mount } from './widget-kit.ts';

const SCRIPT = 'javascript:window.harmed=true';
const MARKUP = '<img src=x onerror="window.harmed=true"><script>window.harmed=true</script>';

const paragraph = (href: string): Block => ({
  type: 'paragraph',
  children: [
    { type: 'text', text: MARKUP },
    { type: 'link', href, children: [{ type: 'text', text: 'qui' }] },
  ],
});

describe('KB-2 an article that got past the check', () => {
  afterEach(clearPage);

  it('is shown as words: no markup of its own, no address but those allowed', async () => {
    const view = document.createElement('sportello-article');
    view.i18n = await createI18n({ lang: 'it', resources: words.panel });
    await view.i18n.extend(words.reading);
    const hrefs = [SCRIPT, ' JavaScript:alert(1)', 'data:text/html,x', 'http://example.org', '//example.org'];
    view.article = article('una', {
      title: MARKUP,
      summary: hrefs.map(paragraph),
      actions: [{ label: MARKUP, href: SCRIPT }],
      sources: [{ label: 'fonte', href: SCRIPT }],
      office: MARKUP,
    });
    mount(view, 360);
    await view.updateComplete;
    equal(deep(view, 'a, img, script, iframe').length, 0);
    equal(deep(view, 'h2')[0]?.textContent.trim(), MARKUP);
    equal('harmed' in window, false);
  });
});

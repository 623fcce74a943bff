import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What the law asks for (EN 301 549: WCAG, A and AA), and what axe can tell of it. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Throws with every rule that axe finds broken in `scope`, and when it looked at nothing. */
export async function expectAccessible(page: Page, scope: string): Promise<void> {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(
    ({ context, rules }) => (globalThis as unknown as { axe: typeof axe }).axe.run(context, { runOnly: rules }),
    { context: scope, rules: RULES },
  );
  if (passes.length === 0) throw new Error('axe looked at nothing');
  const found = violations.map(
    ({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map(({ html }) => html).join(' ')}`,
  );
  if (found.length > 0) throw new Error(found.join('\n'));
}

/** Throws, naming the elements, when something in the open panel, or the page, has to be scrolled sideways. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const found: string[] = [];
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        const { overflowX } = getComputedStyle(element);
        const scrolls = overflowX === 'auto' || overflowX === 'scroll';
        if (scrolls && element.scrollWidth > element.clientWidth + 1) found.push(element.localName);
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth + 1 ? [...found, 'the page'] : found;
  });
  if (wide.length > 0) throw new Error(`wider than the screen: ${wide.join(', ')}`);
}

/** Presses Tab until the focus is on the control with this role and name. Throws when it is never reached. */
export async function tabTo(page: Page, role: string, name: RegExp, most = 80): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses <= most; presses += 1) {
    const at = await focusedControl(page);
    if (at.role === role && name.test(at.name)) return;
    passed.push(`${at.role} «${at.name}»`);
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard never reaches ${role} ${String(name)}; it passes ${passed.join(', ')}`);
}

/** What has the focus, through all shadow roots. */
export function focusedControl(page: Page): Promise<{ role: string; name: string }> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const implied: Record<string, string> = { button: 'button', a: 'link', textarea: 'textbox', input: 'textbox' };
    const role = element?.getAttribute('role') ?? implied[element?.localName ?? ''] ?? element?.localName ?? '';
    const label = element?.getAttribute('aria-label') ?? (element as HTMLInputElement | null)?.labels?.[0]?.textContent;
    return { role, name: (label ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim() };
  });
}

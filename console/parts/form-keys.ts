/** Whether this key sends a form by itself: Enter in a choice, Ctrl+Enter in a text. Parts have shadow roots of their own. */
export function sendsForm(event: KeyboardEvent): boolean {
  const { tagName } = event.composedPath()[0] as Element;
  if (event.key !== 'Enter' || tagName === 'BUTTON') return false;
  return tagName !== 'TEXTAREA' || event.ctrlKey || event.metaKey;
}

/** Whether so much of an element lies under another that a keyboard user could not tell where the focus is. */
export function isCovered(element: Element, cover: Element): boolean {
  const below = element.getBoundingClientRect();
  const above = cover.getBoundingClientRect();
  const width = Math.min(below.right, above.right) - Math.max(below.left, above.left);
  const height = Math.min(below.bottom, above.bottom) - Math.max(below.top, above.top);
  return width > 0 && height > 0 && width * height > (below.width * below.height) / 4;
}

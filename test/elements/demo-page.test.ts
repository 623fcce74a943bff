import { clearPage, equal, until } from './widget-kit.ts';

const STYLES = ['/node_modules/bootstrap-italia/dist/css/bootstrap-italia.min.css', '/demo/demo.css'];

async function openRating(): Promise<Element> {
  const page = new DOMParser().parseFromString(await (await fetch('/demo/index.html')).text(), 'text/html');
  const rating = page.querySelector('.demo-rating');
  if (!rating) throw new Error('no rating on the page');
  const links = STYLES.map((href) => Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
  document.body.append(...links, rating);
  await until('the styles', () => links.every(({ sheet }) => sheet));
  return rating;
}

afterEach(clearPage);

it('AC-15 the demo page keeps its stars inside their card, in one row', async () => {
  const rating = await openRating();
  const card = rating.getBoundingClientRect();
  const boxes = [...rating.querySelectorAll('legend, label')].map((one) => one.getBoundingClientRect());
  equal(boxes.length, 6);
  equal(
    boxes.every(({ top, bottom }) => top >= card.top && bottom <= card.bottom),
    true,
  );
  equal(new Set(boxes.slice(1).map(({ top }) => top)).size, 1);
});

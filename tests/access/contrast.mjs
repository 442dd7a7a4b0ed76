// The contrast of text on what is really painted behind it: gradients, overlapping parts, forced colours.
import {PNG} from 'pngjs';

const least = 4.5; // WCAG 1.4.3 for text of any size
const share = 0.08; // of a line's pixels, from which a colour is a ground and not the edge of a letter

const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]) => 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
export const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

// The colours that fill a line of text, most frequent first, as [r, g, b, pixels].
function coloursIn(picture, {x, y, width, height}) {
  const counts = new Map();
  const [right, bottom] = [Math.min(picture.width, Math.floor(x + width)), Math.min(picture.height, Math.floor(y + height))];
  for (let row = Math.max(0, Math.ceil(y)); row < bottom; row++) {
    for (let column = Math.max(0, Math.ceil(x)); column < right; column++) {
      const key = picture.data.readUInt32BE((row * picture.width + column) * 4) >>> 8;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([key, count]) => [key >> 16, (key >> 8) & 255, key & 255, count]);
}

// The least contrast of a line; the ink is what differs most from the commonest ground, which is what a reader sees.
function contrastOf(colours) {
  const all = colours.reduce((sum, [, , , count]) => sum + count, 0);
  if (!all) return Infinity; // nothing of it is on the page
  const [first] = colours;
  const ink = colours.reduce((best, each) => (contrast(each, first) > contrast(best, first) ? each : best), first);
  const grounds = colours.filter((each) => each[3] >= share * all && contrast(each, ink) > 1.5);
  return grounds.length ? Math.min(...grounds.map((each) => contrast(each, ink))) : 1;
}

// Of the texts, those that are too faint: {..., why}. A text: {text: {places: rectangles on the page}}.
export async function measured(page, texts) {
  if (!texts.length) return [];
  const picture = PNG.sync.read(await page.screenshot({fullPage: true}));
  return texts.flatMap(({text, ...found}) => {
    const ratio = Math.min(...text.places.map((place) => contrastOf(coloursIn(picture, place))));
    return ratio >= least ? [] : [{...found, why: `contrast ${ratio.toFixed(2)}:1 as painted, ${least}:1 wanted`}];
  });
}

// The theme of the site around: the element that `theme-from` names says light, dark or auto in data-theme,
// data-bs-theme or its classes, and the widget's theme attribute follows it.
import {bare} from '../page/bare.js';

export function followTheme(host: Element, selector: string, signal: AbortSignal): void {
  const site = selector && document.querySelector<HTMLElement>(selector);
  if (!site) return;
  const follow = () => {
    const said = `${site.dataset.theme} ${site.dataset.bsTheme} ${site.className}`;
    const theme = /(?:^|\s)(light|dark|auto)(?!\S)/.exec(said)?.[1];
    if (theme) host.setAttribute('theme', theme);
    else host.removeAttribute('theme');
  };
  const observer = new MutationObserver(follow);
  observer.observe(site, bare({attributeFilter: ['class', 'data-theme', 'data-bs-theme']}));
  signal.addEventListener('abort', () => observer.disconnect());
  follow();
}

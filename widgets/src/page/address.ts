// Which addresses the widget may talk to, and what a votes URL means.

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

// https anywhere; http on loopback and on the page's own origin. Null: not usable.
export function usableUrl(reference: string, base: string): URL | null {
  let url: URL;
  try {
    url = new URL(reference, base);
  } catch {
    return null;
  }
  const fine =
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && (loopback.test(url.hostname) || url.origin === location.origin));
  if (!fine || url.username || url.password) return null;
  url.hash = '';
  return url;
}

// One spelling per feed: reader keys are bound to it. "": not usable.
export function votesAddress(reference: string, base: string): string {
  const url = usableUrl(reference, base);
  if (!url) return '';
  url.pathname = url.pathname.replace(/\/+$/, '');
  return url.href;
}

// A URL that ends in .json is a file that is read and searched; else every poll has its own address below.
export function tallyAddress(votes: string, id: string): string {
  const url = new URL(votes);
  if (!isFile(votes)) url.pathname = url.pathname.replace(/\/?$/, `/${id}`);
  return url.href;
}

export const isFile = (votes: string): boolean => new URL(votes).pathname.endsWith('.json');

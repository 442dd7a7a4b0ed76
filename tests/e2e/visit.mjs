// One page of a site as a new reader comes to it: body in the usual page, or in one with another head.
import {Reader} from './reader.mjs';
import {pageOf} from './site.mjs';

let pages = 0;

// ready: what is done to the reader's page before it is opened; the other options are the browser context's.
export async function visitPage(site, body, {head, ready, ...options} = {}) {
  const name = `page${++pages}.html`;
  await site.publish(name, pageOf(body, head));
  const reader = await Reader.arrive(options);
  await ready?.(reader.page);
  await reader.page.goto(`${site.url}/${name}`);
  return reader;
}

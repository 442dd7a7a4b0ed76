// What a case works in: one engine, the real site and its feed, and a front between.
import {comparison, Site} from '../e2e/site.mjs';
import {Front} from './front.mjs';
import {launch} from './engine.mjs';

export class World {
  #site;
  #opened = [];
  #free;
  #chromium;

  // `most`: how many comparisons its cases may ask for.
  static async make(engine, most) {
    const world = new World();
    world.#free = Array.from({length: most}, (_, at) => `${engine.name}-${at}`);
    world.#site = await Site.make(Object.fromEntries(world.#free.map((id) => [`${id}.faceoff.json`, comparison(id)])));
    world.engine = engine;
    world.front = await Front.of(world.#site);
    return world;
  }

  // The id of a comparison nobody voted on; its document is ID.faceoff.json.
  comparison() {
    return this.#free.shift();
  }

  // Another reader.
  async open(options) {
    const page = await this.engine.open({front: this.front, ...options});
    this.#opened.push(page);
    return page;
  }

  // Chromium on the same pages, for what has to look alike.
  async reference() {
    this.#chromium ??= await launch('chromium');
    const world = new World();
    return Object.assign(world, {engine: this.#chromium, front: this.front});
  }

  // What the feed has: "ship skip" of each contender.
  async counts(id) {
    return (await this.#site.tally(id)).tallies.map(({ship, skip}) => `${ship} ${skip}`).join(', ');
  }

  // After each case, however it ended.
  async clear() {
    await this.front.up();
    this.front.asked.length = 0;
    for (const page of this.#opened.splice(0)) await page.close();
  }

  async close() {
    await this.clear();
    await this.#chromium?.close();
    await this.front.down();
    await this.#site.remove();
  }
}

export async function worldOf(name, most) {
  const engine = await launch(name);
  const world = await World.make(engine, most);
  return {
    world,
    async leave() {
      await world.close();
      await engine.close();
    },
  };
}

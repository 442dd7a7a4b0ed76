// The sync machine against a model, driven by random steps: RUNS interleavings of each kind (script/prove
// interleavings runs 100,000), SEED repeats some, KIND chooses one kind by a part of its name.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {choiceOf, sameChoice} from '../src/votes/store.js';
import {secretOf} from '../src/votes/shelf.js';
import {choices, World} from './sync-world.js';

const runs = Number(process.env.RUNS ?? 1500);
const seed = Number(process.env.SEED ?? 1);
console.log(`sync model: ${runs} interleavings of each kind, SEED=${seed}`);

type Script = [what: number, which: number][];
const steps = fc.array(fc.tuple(fc.nat(99), fc.nat(99)), {minLength: 1, maxLength: 60});

interface Kind {
  name: string;
  epochs?: boolean;
  forgets?: boolean;
  mess?: boolean; // storage wiped, spoilt, full or refused; other definitions; refusals for good
}

const kinds: Kind[] = [
  {name: 'a feed that keeps what it counts'},
  {name: 'a store restored from copies', epochs: true},
  {name: 'votes that are forgotten', forgets: true},
  {name: 'all that and storages, definitions and refusals', epochs: true, forgets: true, mess: true},
];

// What one step does, by two numbers.
function doIt(world: World, kind: Kind, [what, which]: [number, number]): void {
  const alive = world.alive();
  if (!alive.length) return void world.open();
  const tab = alive[which % alive.length]!;
  const next = alive[(which + 1) % alive.length]!;
  const [one, two] = [choices[which % choices.length]!, choices[(which >> 2) % choices.length]!];
  if (what < 4 && tab !== next) return world.chooseBoth(tab, next, [one, two]);
  if (what < 7 && tab !== next) return world.chooseUnseen(tab, next, one, which >> 2);
  if (what < 18) return world.choose(tab, one);
  if (what < 48) return world.deliver(which, 'once');
  if (what < 57) return world.deliver(which, 'lose');
  if (what < 60) return world.deliver(which, 'twice');
  if (what < 67) return world.get(tab, which % 4 === 0);
  if (what < 74) return world.tick(which * 200);
  if (what < 78) return world.feed.othersVote();
  if (what < 81) return void (alive.length < 3 && world.open());
  if (what < 84) return world.close(tab);
  if (what < 87) return tab.sync.wake();
  if (what < 88) return void (tab.quietUntil <= world.clock && tab.sync.leave());
  if (what < 89) return void ((tab.quietUntil = 0), tab.sync.retry());
  if (what < 91) return answers(world, kind, which);
  if (what < 92) return void (world.copy = {others: world.feed.others, rows: world.feed.rows});
  if (what < 94) return void (kind.epochs && world.lose());
  if (what < 96) return void (kind.forgets && world.forget(tab));
  if (kind.mess) mess(world, which);
}

// How the feed answers from now on.
function answers(world: World, kind: Kind, which: number): void {
  const final = Boolean(kind.mess) && which % 5 === 0;
  const wait = which % 3 === 0 ? which * 1000 : 0;
  world.feed.answer = which % 2 ? 'normal' : {status: final ? 'closed' : 'busy', final, retryAfterMs: final ? 0 : wait};
}

function mess(world: World, which: number): void {
  world.unordinary = true;
  world.told = null;
  if (which < 80) world.held = false;
  const alive = world.alive();
  if (which < 15) world.wipe();
  else if (which < 30) world.clear(alive[which % alive.length]!);
  else if (which < 40) world.spoil();
  else if (which < 55) world.storage = 'full';
  else if (which < 65) world.storage = 'refuses';
  else if (which < 80) world.storage = 'works';
  else world.feed.redefine();
}


// Of the newest secret's voter, what counts in the poll as it asks now.
const countedOf = (world: World, key: string) => choiceOf(world.feed.rows.get(key)?.ballot ?? null, world.feed.definition);

function inTheEnd(world: World): void {
  for (const tab of world.alive()) {
    const {state} = tab.sync.view();
    assert.ok(!['sending', 'waiting'].includes(state), `a tab is still ${state}`);
    if (world.unordinary || tab.definition !== world.feed.definition) continue;
    const last = tab.sync.choice();
    assert.ok(world.isLast(last), 'every tab shows the last choice');
    const counted = countedOf(world, secretOf(tab.shelf));
    assert.ok(sameChoice(counted, last), `counted ${JSON.stringify(counted)}, not ${JSON.stringify(last)}`);
    assert.equal(state, last.calls.length ? 'counted' : 'not_voted');
    const theirs = [...world.feed.rows].filter(([key]) => !world.beyondRecall.has(key));
    const standing = theirs.filter(([, {ballot}]) => ballot.calls.length).length;
    assert.equal(standing, last.calls.length ? 1 : 0, 'nobody counts twice, nobody who took it back counts');
  }
  if (!world.held || world.told?.after !== world.chosen) return;
  const counted = [...world.feed.rows.values()].map(({ballot}) => ballot);
  assert.ok(counted.some((each) => sameChoice(each, world.told!.choice)), 'what was told as counted is lost');
}

for (const kind of kinds.filter(({name}) => name.includes(process.env.KIND ?? ''))) {
  test(`the last choice counts once and every view adds up: ${kind.name}`, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (script: Script) => {
        const world = new World();
        world.open();
        for (const each of script) await world.step(() => doIt(world, kind, each));
        if (kind.mess) world.storage = 'works';
        await world.calm();
        world.check();
        inTheEnd(world);
      }),
      {numRuns: runs, seed, includeErrorInReport: true},
    );
  });
}

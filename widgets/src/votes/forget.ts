// Takes back every vote this device cast on this site, then forgets that there was any.
//
// In: what the device remembers. Out: true: each feed confirmed, or has no such poll any more, and nothing of ours is
// left on the device. False: one could not be told now; nothing is erased, and what is under way goes on as any vote.
import type {Core} from '../../../web/core.js';
import {isFile, tallyAddress} from '../page/address.js';
import {parsed, word} from '../page/json.js';
import {pollFor, shelf, tellStored, type Ballots} from './poll.js';
import {placeOf, secretOf, type Place} from './shelf.js';
import {deviceStore, lastCounted} from './store.js';
import {fetchSnapshot} from './transport.js';

// What a feed says of a poll in which nothing can be taken back any more.
const overCodes = ['closed', 'unknown_poll', 'not_found', 'off'];

type End = 'withdrawn' | 'over' | 'failed';

// Whether there is anything to forget, as far as can be known without looking through what is not ours.
export const remembers = (shown: Ballots | null): boolean => !!secretOf(shelf) || !!shown?.view().own.pending;

// Whether a feed may count a vote of this record.
function stillCounted(place: Place | null): unknown {
  if (!place?.votes) return false;
  const own = deviceStore(shelf, place).read();
  const last = lastCounted(own);
  return own.pending || last?.calls.length || last?.pick;
}

const news = (poll: Ballots) =>
  new Promise<void>((done) => {
    const stop = poll.listen(() => (stop(), done()));
  });

// By the way of every ballot: stored before it is sent, so that a lost answer loses nothing.
async function withdraw(core: Core, {votes, firstId}: Place): Promise<End> {
  const wanted = isFile(votes) ? firstId : '';
  const {snapshot, refused} = await fetchSnapshot(tallyAddress(votes, firstId), wanted);
  if (!snapshot) return refused?.status === 404 || refused?.status === 410 ? 'over' : 'failed';
  const id = wanted || word(parsed(snapshot.text), 'comparison');
  const poll = pollFor(core, {votes, firstId, id, definition: snapshot.definition}, snapshot);
  poll.sync.choose({calls: [], pick: null});
  while (poll.view().state === 'sending') await news(poll);
  const {state, refusal} = poll.view();
  return state === 'not_voted' ? 'withdrawn' : overCodes.includes(refusal) ? 'over' : 'failed';
}

export async function forgetAll(core: Core): Promise<boolean> {
  const ends = new Map<string, End>();
  const stands = (key: string) => ends.get(key) !== 'over' && stillCounted(placeOf(key));
  for (let key; secretOf(shelf) && (key = shelf.keys().find(stands)); ) {
    // The second time: the reader votes meanwhile, in another tab.
    const end = ends.has(key) ? 'failed' : await withdraw(core, placeOf(key)!);
    if (end === 'failed') return false;
    ends.set(key, end);
  }
  shelf.keys().forEach(shelf.drop);
  tellStored(null, '');
  return true;
}

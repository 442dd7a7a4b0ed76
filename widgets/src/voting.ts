// A reader's click on a vote button, as the event that may forbid it and as a choice.
import type {Ballots} from './poll.js';
import type {Call, Choice, VoteDetail} from './types.js';

// A pressed button is taken back.
export function voteOf(button: HTMLElement, comparison: string): VoteDetail {
  const {contender, call} = button.dataset;
  const pressed = button.getAttribute('aria-pressed') === 'true';
  return {comparison, contender: contender!, call: pressed ? null : (call as Call | 'pick')};
}

// What is chosen with this vote in it. A pick stands alone; a call stands beside those on other contenders.
export function chosen(poll: Ballots, {contender, call}: VoteDetail): Choice {
  if (call === 'pick') return {calls: [], pick: contender};
  const calls = poll.choice().calls.filter((each) => each.contender !== contender);
  if (call) calls.push({contender, call});
  calls.sort((a, b) => (a.contender < b.contender ? -1 : 1));
  return {calls, pick: null};
}

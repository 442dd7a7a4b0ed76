// A reader's click on a vote button, as the event that may forbid it and as a choice.
import type {Call, Choice, VoteDetail} from '../types.js';

// A button as it was when it was clicked.
export function pressOf(button: HTMLElement) {
  const {call, contender, action, limit} = button.dataset;
  return {call, contender, action, limit, wasPressed: button.ariaPressed === 'true'};
}

export type Press = ReturnType<typeof pressOf>;

// Until the view is drawn: what is chosen, on all buttons.
export function showChosen(root: ShadowRoot, {calls, pick}: Choice): void {
  for (const button of root.querySelectorAll<HTMLElement>('[data-call]')) {
    const {call, contender} = button.dataset;
    const is = pick === contender || calls.some((each) => each.contender === contender && each.call === call);
    button.ariaPressed = String(is);
  }
}

// A pressed button is taken back.
export const voteOf = ({contender, call, wasPressed}: Press, comparison: string): VoteDetail => ({
  comparison,
  contender: contender!,
  call: wasPressed ? null : (call as Call | 'pick'),
});

// What is chosen with this vote in it. A pick stands alone; a call stands beside those on other contenders.
export function chosen(before: Choice, {contender, call}: VoteDetail): Choice {
  if (call === 'pick') return {calls: [], pick: contender};
  const calls = before.calls.filter((each) => each.contender !== contender);
  if (call) calls.push({contender, call});
  calls.sort((a, b) => (a.contender < b.contender ? -1 : 1));
  return {calls, pick: null};
}

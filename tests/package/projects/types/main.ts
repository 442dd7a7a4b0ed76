// What a page written in TypeScript is told about the package, without any framework.
import {FaceOffElement, scan, type LoadDetail} from '@face-off/widget';
import {FaceOffVoteElement} from '@face-off/widget/element';
import {FaceOffBadgeElement} from '@face-off/widget/external';
import {loadCore, UnusableDocument, type Comparison} from '@face-off/widget/core';

const element: FaceOffElement = document.createElement('face-off');
element.src = 'a.faceoff.json';
element.data = {faceoff: 1};
element.addEventListener('face-off-load', ({detail}) => {
  const id: string = detail.report.id;
  console.log(id satisfies LoadDetail['report']['id']);
});
// @ts-expect-error: a string
element.dealBreakers = 3;
// @ts-expect-error: no such event detail
element.addEventListener('face-off-vote', ({detail}) => detail.report);
scan(document.body);

class Mine extends FaceOffVoteElement {}
customElements.define('my-vote', Mine);
export const badges: NodeListOf<FaceOffBadgeElement> = document.querySelectorAll('face-off-badge');

export async function page(text: string): Promise<string> {
  const core = await loadCore();
  try {
    const {html}: Comparison = core.compare(text, {today: '2026-11-25', dealBreakers: ['non_commercial']});
    // @ts-expect-error: not an option
    core.render(text, {day: '2026-11-25'});
    return html;
  } catch (error) {
    return error instanceof UnusableDocument ? error.comparison.findings[0]!.sentence : '';
  }
}

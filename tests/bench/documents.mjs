// The comparisons that the widget is measured with: the example of two, and the example of four twice over, which is as
// many as there can be.
import {readFileSync} from 'node:fs';
import {top} from '../e2e/site.mjs';

const example = (name) => JSON.parse(readFileSync(`${top}examples/blog/${name}.faceoff.json`, 'utf8'));

function twice(document) {
  const doubled = (list, change) => [...list, ...list.map((each) => ({...each, ...change(each)}))];
  const other = ({contender}) => ({contender: `${contender}-2`});
  return {
    ...document,
    contenders: doubled(document.contenders, ({id, name}) => ({id: `${id}-2`, name: `${name} 2`})),
    reviews: doubled(document.reviews, other),
    criteria: document.criteria.map((each) => ({...each, values: doubled(each.values, other)})),
  };
}

const examples = {'two contenders': example('quillmoor-vs-tarnpad'), 'eight contenders': twice(example('four-photo-servers'))};

// By what they are called here.
export const documents = Object.fromEntries(
  Object.entries(examples).map(([name, document]) => {
    const id = name.replace(' ', '-');
    return [id, {...document, id, aliases: []}];
  }),
);

// The package through a bundler without a framework: the document by attribute in the page, and by property here.
import {FaceOffElement} from 'ENTRY';
import second from './b.json';

const heard = (event) => (document.querySelector('output').textContent += ` ${event.detail.report.id}`);
const made = document.createElement('face-off');
if (!(made instanceof FaceOffElement)) throw new Error('not defined by this bundle');
made.data = second;
document.querySelector('main').append(made);
for (const element of document.querySelectorAll('face-off')) element.addEventListener('face-off-load', heard);

// What the script tag runs.
import {defineElements} from './definition.js';
import {ownFilesBeside} from './element.js';
import {placeAt} from './elements/scan.js';

// Only while the script runs does the document know it.
const script = document.currentScript as HTMLScriptElement | null;
ownFilesBeside(script?.src);
defineElements();
placeAt(script);

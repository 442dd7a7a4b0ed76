// In a page the elements are defined; in Node, where there are none, importing this does nothing.
import {defineElements} from '../src/definition.js';

if (globalThis.customElements) defineElements();

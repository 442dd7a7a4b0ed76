// Defines the elements, once a page, and fills the places that the page has for them. In Node it does nothing.
import './define.js';

export * from './element.js';

import {mount} from 'svelte';
import '@face-off/widget';
import App from './App.svelte';

mount(App, {target: document.getElementById('app')!});

import {createApp} from 'vue';
import '@face-off/widget';
import App from './App.vue';

createApp(App).mount('#app');

import {useState} from 'react';
import {createRoot} from 'react-dom/client';
import type {LoadDetail} from '@face-off/widget';
import '@face-off/widget';
import '@face-off/widget/react';
import second from './b.json';

function App() {
  const [heard, setHeard] = useState('');
  const [light, setLight] = useState(false);
  const hear = (event: CustomEvent<LoadDetail>) => setHeard((before) => `${before} ${event.detail.report.id}`);
  return (
    <main>
      <button onClick={() => setLight(true)}>Light</button>
      <face-off id="first" src="/a.faceoff.json" theme={light ? 'light' : 'dark'} onface-off-load={hear}></face-off>
      <face-off data={second} onface-off-load={hear}></face-off>
      <output>{heard}</output>
    </main>
  );
}

// What must not pass the type checker.
export const wrong = (
  <>
    {/* @ts-expect-error: a string */}
    <face-off src={3} />
    {/* @ts-expect-error: not an attribute */}
    <face-off-vote sources="a.json" />
    {/* @ts-expect-error: another event's detail */}
    <face-off-badge onface-off-error={(event: CustomEvent<LoadDetail>) => event} />
  </>
);

createRoot(document.getElementById('app')!).render(<App />);

// A file that a module holds, as a response like the network's: whoever reads it need not know.
import {bare} from '../src/page/bare.js';

export const holding = (load: () => Promise<{default: BodyInit}>, type: string) => async (): Promise<Response> =>
  new Response((await load()).default, bare({headers: bare({'Content-Type': type})}));

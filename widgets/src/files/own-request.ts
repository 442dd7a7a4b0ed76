// How an own file is asked for: from the network. The npm package's modules, which carry these files inside them, put
// another module in the place of this one.
export const requestOwn = (url: string, options: RequestInit): Promise<Response> => fetch(url, options);

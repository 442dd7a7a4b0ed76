// Options for the platform, without a prototype: it reads them through the prototype chain, which the page may have
// written to.
export const bare = <T extends object>(options: T): T => ({__proto__: null, ...options});

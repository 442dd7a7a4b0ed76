// HTMLElement, where there is one. In Node the classes can be imported and named, nothing can be made of them.
export const HostElement = (globalThis.HTMLElement ?? Object) as typeof HTMLElement;

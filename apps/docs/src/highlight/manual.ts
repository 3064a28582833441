// Prism looks for this when it is loaded: the page's code is highlighted by React, not by Prism on its own.
Object.assign(globalThis, { Prism: { manual: true } });

/** Prism highlights every block of the page when it is loaded, unless this says that it should not. */
Object.assign(globalThis, { Prism: { manual: true, disableWorkerMessageHandler: true } });

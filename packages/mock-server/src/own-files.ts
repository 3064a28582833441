/** The contract's bundle as this package carries it: found from the sources as from what is built. */
export const ownContract: URL = new URL("../dist/openapi.json", import.meta.url);

/** The files of the page at `/_sandbox`. */
export const pageFiles: URL = new URL("../dist/page/", import.meta.url);

/** The module that serves the console's files, and has them beside it. */
export const consoleHost: URL = new URL("../dist/console/host/index.js", import.meta.url);

/** The bundled contract in this package. The path works from `src` and from `dist`. */
export const ownContract: URL = new URL("../dist/openapi.json", import.meta.url);

/** The files of the page at `/_sandbox`. */
export const pageFiles: URL = new URL("../dist/page/", import.meta.url);

/** The module that serves the console's files, which are in its folder. */
export const consoleHost: URL = new URL("../dist/console/host/index.js", import.meta.url);

/** The contract's bundle as this package carries it: found from the sources as from what is built. */
export const ownContract: URL = new URL("../dist/openapi.json", import.meta.url);

/** The documentation of the service. */
export const DOCS_URL = "https://docs.sinkove.com";

/** Answers requests; the shape of `fetch`, so that it needs no socket. */
export type FetchHandler = (request: Request) => Promise<Response>;

/** Answers requests; the shape of `fetch`, so that it needs no socket. */
export type FetchHandler = (request: Request) => Promise<Response>;

/** Answers a request instead of the API, which it may ask. */
export type Override = (request: Request, api: FetchHandler) => Promise<Response>;

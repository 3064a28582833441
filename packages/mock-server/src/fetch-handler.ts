/** Handles requests. It has the same shape as `fetch`, so it needs no socket. */
export type FetchHandler = (request: Request) => Promise<Response>;

/** Handles a request instead of the API, and may call the API. */
export type Override = (request: Request, api: FetchHandler) => Promise<Response>;

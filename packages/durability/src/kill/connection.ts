/** How to call a server that may be killed at any moment. */
export interface Connection {
  readonly url: string;
  readonly key: string;
}

/** A request and its key. */
export interface Request {
  readonly method: "GET" | "POST" | "DELETE";
  /** The path without `/v1`. */
  readonly path: string;
  readonly body?: object;
  readonly idempotencyKey?: string;
  /** Default: the connection's key. */
  readonly key?: string;
}

/** A complete response. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The unique id of its request. */
  readonly receipt: string;
  // biome-ignore lint/suspicious/noExplicitAny: the trial checks the members that it reads
  readonly body: any;
}

/** Sends a request once. Returns undefined if the server ended before it responded. */
export async function send(connection: Connection, request: Request): Promise<Answer | undefined> {
  const { method, path, body, idempotencyKey, key = connection.key } = request;
  const headers = new Headers({ Authorization: `Bearer ${key}` });
  if (body) headers.set("Content-Type", "application/json");
  if (idempotencyKey !== undefined) headers.set("Idempotency-Key", idempotencyKey);
  const init = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
  try {
    const response = await fetch(`${connection.url}/v1${path}`, init);
    const text = await response.text();
    const { status, headers: received } = response;
    const receipt = received.get("X-Request-ID") ?? "";
    return { status, headers: received, receipt, body: text && JSON.parse(text) };
  } catch (error) {
    // fetch reports a broken connection, before the headers or in the body.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Sends a request to a server that must be running. @throws Error if it does not respond */
export async function ask(connection: Connection, request: Request): Promise<Answer> {
  const answer = await send(connection, request);
  if (answer) return answer;
  throw new Error(`${request.method} ${request.path} was not answered by a server that runs.`);
}

/** All items of a list, from all pages. */
export async function listAll(connection: Connection, path: string): Promise<Answer["body"][]> {
  const items: Answer["body"][] = [];
  for (let next: string | undefined = `${path}?limit=500`; next !== undefined; ) {
    const { headers, body } = await ask(connection, { method: "GET", path: next });
    items.push(...body);
    next = /<[^>]*?\/v1(\/[^>]*)>; rel="next"/.exec(headers.get("Link") ?? "")?.[1];
  }
  return items;
}

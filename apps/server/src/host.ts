import type { LogEntry } from "@sinkove/api";
import { Hono } from "hono";
import { cors } from "hono/cors";
import type { Log } from "./log.ts";
import { problemOf } from "./problem.ts";

/** Options of {@link createHost}. */
export interface HostOptions {
  readonly api: (request: Request) => Promise<Response>;
  /** Rejects, or takes for ever, where the store does not answer. */
  readonly checkStore: () => Promise<unknown>;
  readonly isStopping: () => boolean;
  readonly corsOrigins: readonly string[];
  readonly onError: (error: unknown) => void;
}

/** What may be a path that is not the API's. */
const OWN_PATH = /\/(?:healthz|readyz)\b/;

/** How long a store may take to say that it is there, in milliseconds. */
const READY_WITHIN = 2000;

/** What clients read of a response, beyond what every origin may. */
const EXPOSED = [
  "X-Request-ID",
  "X-RateLimit-Limit",
  "X-RateLimit-Remaining",
  "X-RateLimit-Reset",
  "RateLimit",
  "RateLimit-Policy",
  "Retry-After",
  "Link",
  "Location",
  "X-Total-Count",
  "Idempotent-Replayed",
  "Deprecation",
  "Sunset",
  "WWW-Authenticate",
  "Repr-Digest",
  "ETag",
  "Accept-Ranges",
  "Content-Range",
  "Content-Disposition",
];

const ALLOWED = [
  "Authorization",
  "Content-Type",
  "Idempotency-Key",
  "Range",
  "If-Range",
  "If-None-Match",
];

/** The API and what surrounds it on a server: health, readiness and CORS. */
export function createHost(options: HostOptions): (request: Request) => Promise<Response> {
  const app = new Hono();
  if (options.corsOrigins.length > 0) {
    const maxAge = 600;
    const rules = { allowHeaders: ALLOWED, exposeHeaders: EXPOSED, maxAge };
    const allowMethods = ["GET", "HEAD", "POST", "PATCH", "DELETE"];
    app.use(cors({ ...rules, allowMethods, origin: [...options.corsOrigins] }));
  }
  app.get("/healthz", (context) => context.json({ status: "alive" }));
  app.get("/readyz", async (context) => {
    const { status, ...body } = await readiness(options);
    return context.json(body, status);
  });
  const failed = (error: unknown): Response => {
    options.onError(error);
    const { body, headers } = problemOf(500, "The server failed. Try again.");
    return new Response(body, { status: 500, headers });
  };
  app.all("*", (context) => options.api(context.req.raw));
  app.onError(failed);
  const isForApiAlone = ({ url }: Request): boolean =>
    options.corsOrigins.length === 0 && !OWN_PATH.test(url);
  return async (request) => {
    const response = isForApiAlone(request)
      ? await options.api(request).catch(failed)
      : await app.fetch(request);
    // A client that keeps its connection open would keep the server from stopping.
    if (options.isStopping()) response.headers.set("Connection", "close");
    return response;
  };
}

async function readiness({ isStopping, checkStore }: HostOptions) {
  if (isStopping()) return { status: 503, state: "stopping" } as const;
  const isThere = await Promise.race([
    checkStore().then(
      () => true,
      () => false,
    ),
    after(READY_WITHIN),
  ]);
  return isThere
    ? ({ status: 200, state: "ready" } as const)
    : ({ status: 503, state: "database does not answer" } as const);
}

function after(milliseconds: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, false).unref();
  });
}

/**
 * Writes down what the API says: one line for each request among it. The path is in none: it may hold a download's
 * token, or a key that was sent in the wrong place.
 */
export function createRequestLog(log: Log): (entry: LogEntry) => void {
  return ({ level, message, ...members }) => log[level](message, members);
}

import type { Operation, Response } from "../document.ts";
import { createReporter, type Rule } from "./redocly.ts";

interface Given {
  readonly status: string;
  readonly isPublic: boolean;
}

/** Statuses that may be sent before the key, and so its rate limit, is known. */
const beforeTheKey = new Set(["400", "401", "500", "503"]);

export const requestIdHeader: Rule = requireHeaders(["X-Request-ID"], () => true);

export const rateLimitHeaders: Rule = requireHeaders(
  [
    "X-RateLimit-Limit",
    "X-RateLimit-Remaining",
    "X-RateLimit-Reset",
    "RateLimit-Policy",
    "RateLimit",
  ],
  ({ status, isPublic }) => !isPublic && !beforeTheKey.has(status),
);

export const challengeHeader: Rule = requireHeaders(["WWW-Authenticate"], ({ status }) =>
  ["401", "403"].includes(status),
);

export const retryAfterHeader: Rule = requireHeaders(["Retry-After"], ({ status }) =>
  ["429", "503"].includes(status),
);

function requireHeaders(names: readonly string[], applies: (given: Given) => boolean): Rule {
  return () => {
    const report = createReporter();
    return {
      Operation: {
        Response(response: Response, context, parents: { Operation: Operation }) {
          const isPublic = parents.Operation.security?.length === 0;
          if (!applies({ status: String(context.key), isPublic })) return;
          const missing = names.filter((name) => response.headers?.[name] === undefined);
          if (missing.length === 0) return;
          report(
            context,
            `Declare the header ${missing.join(", ")} on this response, by $ref to components/headers.`,
          );
        },
      },
    };
  };
}

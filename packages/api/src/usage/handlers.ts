import { findReached, reachOf } from "../api-keys/reach.ts";
import type { Handlers } from "../operation.ts";
import { lengthOf, readSpan, report } from "./report.ts";

/** Handlers of the tag "Usage". What was counted and not written yet is written first. */
export const usageHandlers: Pick<Handlers, "getUsage" | "getApiKeyUsage"> = {
  async getUsage({ parameters, principal, services, store, now }) {
    const span = readSpan(parameters, now);
    await services.usage.flush();
    const reach = reachOf(principal);
    const sums = await store.listUsage({ ...reach, ...span, interval: lengthOf(span) });
    return { status: 200, body: report(span, sums, await store.lastUsedAt(reach)) };
  },

  async getApiKeyUsage(context) {
    const { parameters, principal, services, store, now } = context;
    const span = readSpan(parameters, now);
    await services.usage.flush();
    const apiKey = await findReached(context);
    const filter = {
      ...reachOf(principal),
      apiKeyId: apiKey.id,
      ...span,
      interval: lengthOf(span),
    };
    const sums = await store.listUsage(filter);
    return { status: 200, body: report(span, sums, apiKey.lastUsedAt) };
  },
};

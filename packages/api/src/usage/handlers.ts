import { findReached, reachOf } from "../api-keys/reach.ts";
import type { Handlers } from "../operation.ts";
import { readSpan, report } from "./report.ts";

/** Handlers of the tag "Usage". What was counted and not written yet is written first. */
export const usageHandlers: Pick<Handlers, "getUsage" | "getApiKeyUsage"> = {
  async getUsage({ parameters, principal, services, store, now }) {
    const span = readSpan(parameters, now);
    await services.usage.flush();
    const reach = reachOf(principal);
    const rows = await store.listUsage({ ...reach, ...span });
    return { status: 200, body: report(span, rows, await store.lastUsedAt(reach)) };
  },

  async getApiKeyUsage(context) {
    const { parameters, principal, services, store, now } = context;
    const span = readSpan(parameters, now);
    await services.usage.flush();
    const apiKey = await findReached(context);
    const rows = await store.listUsage({ ...reachOf(principal), apiKeyId: apiKey.id, ...span });
    return { status: 200, body: report(span, rows, apiKey.lastUsedAt) };
  },
};

import { leakReportsExceeded } from "../http/rate-limit.ts";
import type { Call } from "./call.ts";

/** Counts reports of leaked keys, which anybody may send, against the client's address, before the body is read. */
export function limitAddress({ operation, request, now, services }: Call): void {
  const { network } = request;
  if (operation.id !== "reportApiKeyLeak" || network === undefined) return;
  const { leakReports } = services;
  const level = leakReports.levelAt(network, now);
  if (level.tokens < 1) throw leakReportsExceeded(level);
  leakReports.add(network, now, -1);
}

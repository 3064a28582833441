import type { ApiKey, LoggedRequest, Usage, WebhookDelivery } from "@sinkove/contract";
import type { Page, Route } from "playwright-core";

/** The time in the pictures, in milliseconds since 1970. */
export const NOW: number = Date.UTC(2026, 10, 18, 14, 30);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The key in all pictures. It is obviously fake. */
const SECRET = "sinkove_live_EXAMPLEthisIsNotARealKey00000000000000";

/** The age of each key in days, and the time since its last use in minutes. */
const AGES: Readonly<Record<string, readonly [number, number]>> = {
  "Nightly build": [61, 840],
  "Ada's notebook": [23, 95],
  "Report generator": [9, 12],
  "Training on the cluster": [4, 2],
};

/**
 * Replaces the parts of responses that differ in each run: keys, times, addresses, durations. This also keeps real keys
 * out of the pictures.
 */
export async function showFakeData(page: Page): Promise<void> {
  await page.clock.setFixedTime(NOW);
  await page.route("**/v1/**", answer);
}

async function answer(route: Route): Promise<void> {
  const { pathname, searchParams } = new URL(route.request().url());
  if (pathname.endsWith("/usage")) return route.fulfill({ json: fakeUsage(searchParams) });
  if (pathname.endsWith("/deliveries")) return route.fulfill({ json: fakeDeliveries() });
  const sent = route.request().postDataJSON();
  // Without `expiresAt`, because the page's clock may be far behind the server's.
  const response = await route.fetch(
    sent?.expiresAt ? { postData: { ...sent, expiresAt: null } } : {},
  );
  const text = await response.text();
  if (text === "") return route.fulfill({ response });
  return route.fulfill({ response, json: fake(JSON.parse(text), 0) });
}

function fake(value: unknown, index: number): unknown {
  if (Array.isArray(value)) return value.map(fake);
  if (typeof value !== "object" || value === null) return value;
  if ("last4" in value) return fakeKey(value as ApiKey);
  if ("durationMs" in value) return fakeRequest(value as LoggedRequest, index);
  if ("previousSecretExpiresAt" in value) return { ...value, createdAt: before(12 * DAY) };
  if ("occurredAt" in value) return { ...value, occurredAt: before(index * DAY + 4 * DAY) };
  return value;
}

function fakeKey(key: ApiKey): unknown {
  const [days, minutes] = AGES[key.name] ?? [0, 0];
  const isNew = key.rotatedFromId !== null;
  const letters = lettersOf(`${key.name}${isNew}`);
  const end = key.rotatedToId === null ? (90 - days) * DAY : 22 * HOUR;
  return {
    ...key,
    prefix: `sinkove_live_${letters.slice(0, key.prefix.length - "sinkove_live_".length)}`,
    last4: letters.slice(-4),
    createdAt: before(isNew ? 2 * HOUR : days * DAY),
    lastUsedAt: key.lastUsedAt && before(minutes * 60_000),
    expiresAt: before(-end),
    ...("secret" in key && { secret: SECRET }),
  };
}

function fakeRequest(request: LoggedRequest, index: number): unknown {
  const isBrowser = request.userAgent?.startsWith("Mozilla/");
  const sender = request.userAgent?.length ?? 0;
  return {
    ...request,
    occurredAt: before(90_000 + index * 373_000),
    address: isBrowser ? "192.0.2.44" : `203.0.113.${sender}`,
    durationMs: 3.1 + ((index * 7) % 10) / 2,
  };
}

/** Returns usage with fewer requests on weekends, and some refused requests. */
function fakeUsage(query: URLSearchParams): Usage {
  const interval = query.get("interval") === "hour" ? "hour" : "day";
  const length = interval === "hour" ? HOUR : DAY;
  const from = Math.floor(Date.parse(query.get("from") ?? "") / length) * length;
  const starts = Array.from(
    { length: Math.ceil((NOW - from) / length) },
    (_, index) => from + index * length,
  );
  const buckets = starts.map((start, index) => {
    const isWeekend = interval === "day" && [0, 6].includes(new Date(start).getUTCDay());
    const good = (isWeekend ? 90 : 420) + ((index * 137) % 160);
    const refused = index % 6 === 2 ? 38 : (index * 5) % 9;
    return {
      start: new Date(start).toISOString(),
      requests: good + refused,
      byStatusClass: { "2xx": good, "4xx": refused },
      byOperation: { listDatasets: good - 60, createDataset: 40, getDataset: 20 + refused },
    };
  });
  const [since, to] = [new Date(from).toISOString(), new Date(NOW).toISOString()];
  return { from: since, to, interval, lastUsedAt: before(120_000), buckets };
}

/** The type of each delivery, its age in milliseconds, and the status of each attempt. */
const DELIVERIES = [
  ["dataset.ready", 4 * 60_000, [204]],
  ["dataset.ready", 38 * 60_000, [503, 204]],
  ["dataset.failed", 5 * HOUR, [204]],
  ["webhook.test", 2 * DAY, [204]],
] as const;

function fakeDeliveries(): readonly WebhookDelivery[] {
  const organizationId = "01939ad0-7b11-7c55-b1a2-3c4d5e6f7a8b";
  return DELIVERIES.map(([type, age, statuses], index) => {
    const id = `01939ae6-2100-7d4e-8f50-00000000000${index}`;
    const [timestamp, data] = [before(age), { datasetId: id }];
    const event = { id, type, timestamp, organizationId, data } as WebhookDelivery["event"];
    const attempts = statuses.map((status, attempt) => ({
      attemptedAt: before(age - attempt * 5_000),
      status,
      error: status === 204 ? null : `The endpoint answered with ${status}.`,
      durationMs: 38 + 3 * index,
    }));
    const progress = { status: "delivered", attempts, nextAttemptAt: null } as const;
    return { id, webhookEndpointId: id, event, ...progress, createdAt: timestamp };
  });
}

function before(milliseconds: number): string {
  return new Date(NOW - milliseconds).toISOString();
}

/** Returns random-looking letters that depend only on a text. */
function lettersOf(text: string): string {
  const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
  let state = [...text].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 65_537;
  return Array.from({ length: 24 }, () => {
    state = (state * 75 + 74) % 65_537;
    return alphabet[state % alphabet.length];
  }).join("");
}

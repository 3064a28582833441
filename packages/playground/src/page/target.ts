/** Where examples send their requests. */
export type TargetKind = "page" | "mock" | "api";

/** The choice of a target, as it is remembered: no key is in it. */
export interface TargetChoice {
  readonly kind: TargetKind;
  /** The reader's own API, for the kind `api`. */
  readonly apiUrl: string;
}

/** The key of the sandboxes, in the page and on this machine. */
export const SANDBOX_KEY = "sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5J";

/** Where a mock server answers that was started without options. */
export const MOCK_URL = "http://127.0.0.1:4010";

const FIRST_CHOICE: TargetChoice = { kind: "page", apiUrl: "" };

const NAME = "sinkove-target";

/** The choice of an earlier visit. Storage can be forbidden: then nothing is remembered. */
export function recallTarget(storage: Pick<Storage, "getItem">): TargetChoice {
  try {
    const { kind, apiUrl }: Partial<TargetChoice> = JSON.parse(storage.getItem(NAME) ?? "{}");
    if (kind !== "page" && kind !== "mock" && kind !== "api") return FIRST_CHOICE;
    return { kind, apiUrl: typeof apiUrl === "string" ? apiUrl : "" };
  } catch {
    return FIRST_CHOICE;
  }
}

export function rememberTarget(storage: Pick<Storage, "setItem">, choice: TargetChoice): void {
  try {
    const { kind, apiUrl } = choice;
    const url = faultOf(apiUrl) === undefined ? apiUrl : "";
    storage.setItem(NAME, JSON.stringify({ kind, apiUrl: url }));
  } catch {
    // It is chosen again next time.
  }
}

/** What keeps an address from being a target; undefined for one that can be used. */
export function faultOf(apiUrl: string): string | undefined {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    return "Write the address of your API, such as https://api.example.com.";
  }
  if (url.username || url.password || url.search || url.hash) {
    return "Leave user, password, ? and # out of the address.";
  }
  return undefined;
}

/** The address that programs get as SINKOVE_API_URL, without an end slash. */
export function urlOf({ kind, apiUrl }: TargetChoice, site: string): string {
  if (kind === "mock") return MOCK_URL;
  return (kind === "api" ? apiUrl : `${site.replace(/\/$/, "")}/sandbox`).replace(/\/$/, "");
}

/** What to check when a target does not respond; undefined for the page's own sandbox, which is always there. */
export function adviceOf(target: TargetChoice, site: string): string | undefined {
  if (target.kind === "page") return undefined;
  const url = urlOf(target, site);
  if (target.kind === "mock")
    return `No response from ${url}. Start the mock server there (see ${site}guides/testing). If it is running, allow this site to reach your local network.`;
  return `No response from ${url}. Check the address, and that the server allows requests from ${new URL(site).origin} (CORS).`;
}

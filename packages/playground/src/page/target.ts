/** The kind of API that examples send their requests to. */
export type TargetKind = "page" | "mock" | "api";

/** A choice of a target. It is stored, so it has no key. */
export interface TargetChoice {
  readonly kind: TargetKind;
  /** The URL of the reader's own API, for the kind `api`. */
  readonly apiUrl: string;
}

/** The key of the sandboxes in the page and on this machine. */
export const SANDBOX_KEY = "sinkove_test_ExampleKeyForTheDocsOnly000000001QAO5J";

/** The URL of a mock server that was started without options. */
export const MOCK_URL = "http://127.0.0.1:4010";

const FIRST_CHOICE: TargetChoice = { kind: "page", apiUrl: "" };

const NAME = "sinkove-target";

/** Returns the choice of an earlier visit, or the default if there is none or storage is blocked. */
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
    // Storage is blocked, so the reader has to choose again on the next visit.
  }
}

/** Returns what is wrong with a URL, or undefined if it can be a target. */
export function faultOf(apiUrl: string): string | undefined {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    return "Enter the URL of your API, such as https://api.example.com.";
  }
  if (url.username || url.password || url.search || url.hash) {
    return "Remove the user name, the password, ? and # from the URL.";
  }
  return undefined;
}

/** Returns the URL that programs get as SINKOVE_API_URL, without a trailing slash. */
export function urlOf({ kind, apiUrl }: TargetChoice, site: string): string {
  if (kind === "mock") return MOCK_URL;
  return (kind === "api" ? apiUrl : `${site.replace(/\/$/, "")}/sandbox`).replace(/\/$/, "");
}

/** Returns what to check if a target does not respond, or undefined for the page's sandbox, which always responds. */
export function adviceOf(target: TargetChoice, site: string): string | undefined {
  if (target.kind === "page") return undefined;
  const url = urlOf(target, site);
  if (target.kind === "mock")
    return `No response from ${url}. Start the mock server there (see ${site}guides/testing). If it is running, allow this site to reach your local network.`;
  return `No response from ${url}. Check the URL, and that the server allows requests from ${new URL(site).origin} (CORS).`;
}

import type { IncomingMessage } from "node:http";
import { isIP, type LookupFunction } from "node:net";
import { type SendWebhook, type WebhookRequest, WebhookSendError } from "../../webhooks/send.ts";
import type { WebhookUrlFault } from "../../webhooks/url.ts";
import { isLoopbackAddress, isPublicAddress } from "./public-address.ts";
import {
  createHostResolver,
  type HostAddress,
  type ResolveHost,
  resolveLocally,
} from "./resolve-host.ts";

/** Options of {@link createWebhookSender}. */
export interface WebhookSenderOptions {
  /** Whether events may go to programs on this machine, over HTTP too: for development and tests. Default: false. */
  readonly allowsLoopback?: boolean;
  /** How long an attempt may take, in milliseconds. Default: 15,000. */
  readonly timeout?: number;
  /** Default: {@link createHostResolver}, and for names of this machine, the system. */
  readonly resolve?: ResolveHost;
  /** Certificates of authorities that are trusted instead of Node's, in PEM. */
  readonly ca?: string;
}

const NOT_PUBLIC = "The host has an address that is not public, so nothing was sent.";
const TIMEOUT = 15_000;
/** The maximum number of bytes of a response to read, so that the endpoint can finish it. They are discarded. */
const MOST_RESPONSE = 64 * 1024;

/**
 * Creates the check of an endpoint's URL that runs before its host is looked up.
 *
 * @example
 * createApi({ …, webhookUrlFault: createWebhookUrlFault({ allowsLoopback: false }) });
 */
export function createWebhookUrlFault({
  allowsLoopback = false,
}: Pick<WebhookSenderOptions, "allowsLoopback">): WebhookUrlFault {
  return ({ protocol, hostname }) => {
    const host = hostname.replace(/^\[|\]$/g, "");
    if (allowsLoopback && isLoopbackName(host)) return undefined;
    if (protocol !== "https:") return "must begin with https://";
    const isLocal = isLoopbackName(host) || (isIP(host) !== 0 && !isPublicAddress(host));
    return isLocal ? "must have a host that is public" : undefined;
  };
}

/**
 * Creates a sender of webhooks for Node. It checks the addresses of a host and connects only to these, so a name whose
 * address changes after the check cannot lead it elsewhere. It follows no redirects, uses no proxy, opens a connection
 * for each attempt, and keeps only the status of the response.
 */
export function createWebhookSender(options: WebhookSenderOptions = {}): SendWebhook {
  const { allowsLoopback = false, timeout = TIMEOUT } = options;
  const faultOf = createWebhookUrlFault({ allowsLoopback });
  return async (sending) => {
    const url = new URL(sending.url);
    // A literal address is never looked up, and the rules may have changed since the endpoint was made.
    if (faultOf(url) !== undefined) throw new WebhookSendError(NOT_PUBLIC);
    const signal = AbortSignal.any([sending.signal, AbortSignal.timeout(timeout)]);
    try {
      return { status: await post(url, { ...sending, signal }, options) };
    } catch (error) {
      throw sendErrorOf(error, signal, timeout);
    }
  };
}

function post(
  url: URL,
  { headers, body, signal }: WebhookRequest,
  options: WebhookSenderOptions,
): Promise<number> {
  const isSecure = url.protocol === "https:";
  const settings = {
    method: "POST",
    headers: {
      "User-Agent": "Sinkove-Webhooks/1",
      Accept: "*/*",
      ...headers,
      "Content-Length": Buffer.byteLength(body),
    },
    signal,
    // Without an agent: a kept-alive connection or a proxy would not lead to the address that was checked.
    agent: false,
    lookup: judgedLookup(url, options),
    ...(options.ca !== undefined && { ca: options.ca }),
  } as const;
  return new Promise((resolve, reject) => {
    let status: number | undefined;
    const end = (error: Error): void => (status === undefined ? reject(error) : resolve(status));
    // Loaded with the first webhook. An import would load TLS and all of `fetch` with every start.
    const client = process.getBuiltinModule(isSecure ? "node:https" : "node:http");
    const request = client.request(url, settings, (response) => {
      const { statusCode = 0 } = response;
      // Node accepts any three digits.
      if (statusCode < 200 || statusCode > 599) {
        request.destroy(new WebhookSendError(NOT_HTTP));
        return;
      }
      status = statusCode;
      // The status decides the result, even if the rest of the response fails.
      void drain(response).finally(() => end(NO_RESPONSE));
    });
    request.on("error", end);
    // For example after a 101, for which Node emits no response.
    request.on("close", () => end(NO_RESPONSE));
    request.end(body);
  });
}

const NO_RESPONSE = new WebhookSendError("The connection was closed before there was a response.");

/** Reads a response to its end, or up to the limit. */
async function drain(response: IncomingMessage): Promise<void> {
  let size = 0;
  try {
    for await (const chunk of response) {
      size += Buffer.byteLength(chunk);
      if (size > MOST_RESPONSE) break;
    }
  } catch {
    // The rest of the response is not needed.
  }
}

/** Looks a host up and refuses it if one of its addresses may not be connected to. */
function judgedLookup(url: URL, options: WebhookSenderOptions): LookupFunction {
  const judge = async (hostname: string, family: unknown): Promise<HostAddress[]> => {
    // For HTTP and for names of this machine, only loopback addresses are allowed.
    const isLocal = options.allowsLoopback === true && isLoopbackName(url.hostname);
    const { resolve = isLocal ? resolveLocally : resolveInDns } = options;
    const isAllowed = isLocal ? isLoopbackAddress : isPublicAddress;
    const found = await resolve(hostname);
    if (found.length === 0 || !found.every(({ address }) => isAllowed(address)))
      throw new WebhookSendError(NOT_PUBLIC);
    return found.filter((each) => !family || each.family === family);
  };
  return (hostname, { all, family }, done) => {
    judge(hostname, family).then(
      (usable) => {
        const [first] = usable;
        if (!first) return done(new WebhookSendError("The host has no usable address."), "", 0);
        if (all) return done(null, usable);
        done(null, first.address, first.family);
      },
      (error) => done(error, "", 0),
    );
  };
}

const resolveInDns = createHostResolver();

/** Names of this machine (RFC 6761, section 6.3), and its addresses. */
function isLoopbackName(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  return name === "localhost" || name.endsWith(".localhost") || isLoopbackAddress(name);
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "The connection was refused.",
  ECONNRESET: "The connection was closed before there was a response.",
  EHOSTUNREACH: "The host cannot be reached.",
  ENETUNREACH: "The host cannot be reached.",
  ETIMEDOUT: "The connection took too long.",
  EPROTO: "The endpoint does not speak TLS as it should.",
  HPE_HEADER_OVERFLOW: "The headers of the response are too long.",
};

/** An error with its own message, because Node's message contains the address. */
function sendErrorOf(error: unknown, signal: AbortSignal, timeout: number): WebhookSendError {
  if (error instanceof WebhookSendError) return error;
  const options = { cause: error };
  if (signal.aborted) {
    const isTimeout = signal.reason instanceof Error && signal.reason.name === "TimeoutError";
    const text = isTimeout
      ? `There was no response within ${timeout / 1000} s.`
      : "It was stopped.";
    return new WebhookSendError(text, options);
  }
  const code = error instanceof Error && "code" in error ? `${error.code}` : "";
  if (/CERT|SELF_SIGNED|ISSUER|ALTNAME/.test(code))
    return new WebhookSendError(`The certificate is not valid (${code}).`, options);
  const known = REASONS[code] ?? (code.startsWith("HPE_") ? NOT_HTTP : undefined);
  return new WebhookSendError(known ?? "The request failed.", options);
}

const NOT_HTTP = "The response is not HTTP.";

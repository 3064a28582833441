import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { contentType, isHashed, readFiles } from "./files.ts";
import { firstPaint, type Manifest } from "./first-paint.ts";
import { pageHeaders, SECURITY_HEADERS } from "./policy.ts";

/** A response of the console. For a HEAD request, send only the status and the headers. */
export interface ConsoleResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * Answers a GET or HEAD request for a path. Returns undefined if the path does not belong to the console.
 *
 * @param pathname the path of the request, without its query
 * @param nonce a random base64 string, different for each response
 * @param acceptEncoding the request's `Accept-Encoding`; absent: the body is not compressed
 */
export type ConsoleHost = (
  pathname: string,
  nonce: string,
  acceptEncoding?: string,
) => ConsoleResponse | undefined;

const PLACEHOLDER = "__CSP_NONCE__";
const PRELOADS = "<!--preloads-->";
const FIRST_PAINT = "<!--first-paint-->";
const MANIFEST = "manifest.json";
const NONCE = /^[A-Za-z0-9+/_-]{16,}={0,2}$/;
const builtFiles = fileURLToPath(new URL("../web/", import.meta.url));

/**
 * Creates a host that serves the built console under `/console`. It reads all files when it is created, so request
 * paths are never used to access the disk.
 *
 * @param options.root the folder of the built files; the package's own by default
 * @throws Error if the console has not been built
 */
export function createConsoleHost({ root = builtFiles }: { root?: string } = {}): ConsoleHost {
  const files = readFiles(root);
  const page = files.get("index.html")?.toString("utf8");
  if (page === undefined) {
    throw new Error(`The console is not built in ${root}. Run npm run build -w @sinkove/console`);
  }
  // Vite wrote this file, so its format is known.
  const manifest: Manifest = JSON.parse(files.get(MANIFEST)?.toString("utf8") ?? "{}");
  const compress = createCompressor();
  return (pathname, nonce, acceptEncoding = "") => {
    const path = consolePath(pathname);
    if (path === undefined) return undefined;
    if (!NONCE.test(nonce)) throw new Error("The nonce must have 16 base64 characters or more.");
    const file = path === "index.html" ? undefined : files.get(path);
    if (file) return compress(path, fileResponse(path, file), acceptEncoding);
    if (isFile(path)) return text(404, "File not found.");
    const { preloads, body } = firstPaint(`/${path}`, manifest);
    const withBody = page.replace(PRELOADS, preloads).replace(FIRST_PAINT, body);
    return html(withBody.replaceAll(PLACEHOLDER, nonce), nonce);
  };
}

/** Returns the path below `/console/`, or undefined for other paths. */
function consolePath(pathname: string): string | undefined {
  if (pathname === "/console") return "";
  return pathname.startsWith("/console/") ? pathname.slice("/console/".length) : undefined;
}

/**
 * Whether a path is that of a file. If the file does not exist, the response is 404; all other paths are pages, which
 * the router knows.
 */
function isFile(path: string): boolean {
  return path.startsWith("assets/") || /\.[a-z0-9]+$/i.test(path);
}

function fileResponse(path: string, body: Buffer<ArrayBuffer>): ConsoleResponse {
  const age = isHashed(path) ? "public, max-age=31536000, immutable" : "public, max-age=300";
  return {
    status: 200,
    headers: {
      ...SECURITY_HEADERS,
      "Content-Type": contentType(path),
      "Content-Length": String(body.length),
      "Cache-Control": age,
    },
    body,
  };
}

function html(page: string, nonce: string): ConsoleResponse {
  const body = Buffer.from(page);
  const headers = { ...pageHeaders(nonce), "Content-Length": String(body.length) };
  return { status: 200, headers, body };
}

function text(status: number, message: string): ConsoleResponse {
  const body = Buffer.from(message);
  const headers = {
    ...SECURITY_HEADERS,
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": String(body.length),
    "Cache-Control": "no-store",
  };
  return { status, headers, body };
}

/**
 * Compresses each file on its first request and keeps the result. Pages are not compressed, because each has its own
 * nonce.
 */
function createCompressor() {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  return (path: string, plain: ConsoleResponse, acceptEncoding: string): ConsoleResponse => {
    const headers = { ...plain.headers, Vary: "Accept-Encoding" };
    if (!/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(acceptEncoding)) {
      return { ...plain, headers };
    }
    const body = kept.get(path) ?? gzipSync(plain.body, { level: 9 });
    kept.set(path, body);
    const length = { "Content-Encoding": "gzip", "Content-Length": String(body.length) };
    return { status: plain.status, headers: { ...headers, ...length }, body };
  };
}

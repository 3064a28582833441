import { bytesOf, textOf } from "../machine.ts";
import { CurlError, type CurlOptions, type DataOption } from "./options.ts";

/** A request that curl sends. */
export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  /** The headers in the order of the command line. Names can repeat. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array<ArrayBuffer> | undefined;
}

/** Reads the file of an `@file` value. `-` is the standard input. */
export type ReadInput = (name: string) => Uint8Array | undefined;

/**
 * Builds the request of a command line for one of its URLs.
 *
 * @throws CurlError if the URL is invalid or a file does not exist
 */
export function buildRequest(url: string, options: CurlOptions, read: ReadInput): CurlRequest {
  const { flags, values, data } = options;
  const encoded = data.length > 0 ? encodeData(data, read) : undefined;
  const isInQuery = encoded !== undefined && flags.has("get");
  const body = isInQuery ? undefined : encoded;
  const implied = flags.has("head") ? "HEAD" : body === undefined ? "GET" : "POST";
  return {
    method: values.get("request") ?? implied,
    url: isInQuery ? withQuery(parseUrl(url, flags), textOf(encoded)) : parseUrl(url, flags),
    headers: headersOf(options, body !== undefined),
    body: body === undefined ? undefined : new Uint8Array(body),
  };
}

function parseUrl(text: string, flags: CurlOptions["flags"]): string {
  if (!flags.has("globoff") && /[[\]{}]/.test(text)) {
    throw new CurlError(
      3,
      "URL patterns with [ ] and { } are not supported in this page; turn them off with -g",
    );
  }
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (/\s/.test(url) || !URL.canParse(url)) throw malformed();
  if (!/^https?:/i.test(url)) {
    throw new CurlError(1, `Protocol "${url.split(":")[0]}" not supported in this page`);
  }
  return url.split("#")[0] ?? url;
}

/** Adds a query to a URL. Like curl, rejects spaces in the query of `-G` instead of encoding them. */
function withQuery(url: string, query: string): string {
  if (/\s/.test(query)) throw malformed();
  if (url.includes("?")) return `${url}&${query}`;
  return query === "" ? url : `${url}?${query}`;
}

function malformed(): CurlError {
  return new CurlError(3, "URL using bad/illegal format or missing URL");
}

/**
 * Joins the parts of `-d` with `&` and those of `--json` without. Like curl 8.14, and unlike curl 7.88, adds no `&`
 * after an empty part.
 */
function encodeData(data: readonly DataOption[], read: ReadInput): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const option of data) {
    const isEmpty = parts.every(({ length }) => length === 0);
    if (!isEmpty && option.kind !== "json") parts.push(bytesOf("&"));
    parts.push(encodePart(option, read));
  }
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function encodePart({ kind, value }: DataOption, read: ReadInput): Uint8Array {
  if (kind === "urlencode") return bytesOf(urlencode(value, read));
  if (kind === "raw" || !value.startsWith("@")) return bytesOf(value);
  const bytes = readFile(value.slice(1), read);
  return kind === "data" ? bytes.filter((byte) => byte !== 10 && byte !== 13 && byte !== 0) : bytes;
}

function readFile(name: string, read: ReadInput): Uint8Array {
  const bytes = read(name);
  if (bytes) return bytes;
  throw new CurlError(26, `Failed to open ${name}`);
}

/** Encodes a value of `--data-urlencode`: `content`, `=content`, `name=content`, `@file` or `name@file`. */
function urlencode(value: string, read: ReadInput): string {
  const at = value.search(/[=@]/);
  if (at < 0) return percentEncode(bytesOf(value));
  const name = value.slice(0, at);
  const rest = value.slice(at + 1);
  const content = value.charAt(at) === "=" ? bytesOf(rest) : readFile(rest, read);
  return (name === "" ? "" : `${name}=`) + percentEncode(content);
}

function percentEncode(bytes: Uint8Array): string {
  return [...bytes]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      if (/[A-Za-z0-9\-._~]/.test(character)) return character;
      if (character === " ") return "+";
      return `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}

/** Returns the headers. `-H` replaces a default (`Name: value`), empties it (`Name;`) or removes it (`Name:`). */
function headersOf(
  { headers, values, data, flags }: CurlOptions,
  hasBody: boolean,
): [string, string][] {
  const isJson = data.some(({ kind }) => kind === "json");
  const defaults: [string, string | undefined][] = [
    ["Authorization", basic(values.get("user"))],
    ["User-Agent", values.get("user-agent")],
    ["Referer", values.get("referer")],
    ["Range", values.has("range") ? `bytes=${values.get("range")}` : undefined],
    ["Accept", isJson ? "application/json" : "*/*"],
    ["Accept-Encoding", flags.has("compressed") ? "deflate, gzip" : undefined],
    ["Content-Type", contentType(isJson, hasBody)],
  ];
  const own = headers.flatMap(readHeader);
  const replaced = new Set(headers.map((header) => nameOf(header)));
  const kept = defaults.flatMap(([name, value]): [string, string][] =>
    value === undefined || value === "" || replaced.has(name.toLowerCase()) ? [] : [[name, value]],
  );
  return [...kept, ...own];
}

function contentType(isJson: boolean, hasBody: boolean): string | undefined {
  if (isJson) return "application/json";
  return hasBody ? "application/x-www-form-urlencoded" : undefined;
}

function basic(user: string | undefined): string | undefined {
  if (user === undefined) return undefined;
  const credentials = user.includes(":") ? user : `${user}:`;
  return `Basic ${btoa(String.fromCharCode(...bytesOf(credentials)))}`;
}

function nameOf(header: string): string {
  return (header.split(/[:;]/)[0] ?? "").trim().toLowerCase();
}

function readHeader(header: string): [string, string][] {
  const colon = header.indexOf(":");
  if (colon >= 0) {
    const value = header.slice(colon + 1).trim();
    return value === "" ? [] : [[header.slice(0, colon), value]];
  }
  return header.endsWith(";") ? [[header.slice(0, -1), ""]] : [];
}

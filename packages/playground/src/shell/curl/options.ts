/** An option `-d`, `--data-raw`, `--data-binary`, `--data-urlencode` or `--json`. */
export interface DataOption {
  readonly kind: "data" | "raw" | "binary" | "urlencode" | "json";
  readonly value: string;
}

/** A parsed command line of curl. */
export interface CurlOptions {
  readonly urls: readonly string[];
  readonly headers: readonly string[];
  readonly data: readonly DataOption[];
  /** The long names of the given options without a value. */
  readonly flags: ReadonlySet<string>;
  /** The last value of each given option with a value, by long name. */
  readonly values: ReadonlyMap<string, string>;
  readonly outputs: readonly (string | undefined)[];
}

/** Thrown if curl fails, or if a command line is not supported in this page. Has curl's exit status. */
export class CurlError extends Error {
  override readonly name: string = "CurlError";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const SHORT: Readonly<Record<string, string>> = {
  "#": "progress-bar",
  A: "user-agent",
  D: "dump-header",
  G: "get",
  H: "header",
  I: "head",
  L: "location",
  N: "no-buffer",
  O: "remote-name",
  S: "show-error",
  X: "request",
  d: "data",
  e: "referer",
  f: "fail",
  g: "globoff",
  i: "include",
  k: "insecure",
  m: "max-time",
  o: "output",
  r: "range",
  s: "silent",
  u: "user",
  v: "verbose",
  w: "write-out",
};

const FLAGS: ReadonlySet<string> = new Set([
  "compressed",
  "fail",
  "fail-with-body",
  "get",
  "globoff",
  "head",
  "http1.1",
  "include",
  "insecure",
  "location",
  "no-buffer",
  "no-progress-meter",
  "progress-bar",
  "remote-name",
  "retry-all-errors",
  "retry-connrefused",
  "show-error",
  "silent",
  "verbose",
]);

const VALUES: ReadonlySet<string> = new Set([
  "connect-timeout",
  "data",
  "data-ascii",
  "data-binary",
  "data-raw",
  "data-urlencode",
  "dump-header",
  "header",
  "json",
  "max-time",
  "output",
  "range",
  "referer",
  "request",
  "retry",
  "retry-delay",
  "retry-max-time",
  "url",
  "user",
  "user-agent",
  "write-out",
]);

/** Options that can be repeated and whose values are joined. */
const DATA: Readonly<Record<string, DataOption["kind"]>> = {
  data: "data",
  "data-ascii": "data",
  "data-raw": "raw",
  "data-binary": "binary",
  "data-urlencode": "urlencode",
  json: "json",
};

/**
 * Parses a command line like curl.
 *
 * @throws CurlError if an option is unknown or not supported in this page
 */
export function readOptions(args: readonly string[]): CurlOptions {
  const found = {
    urls: [] as string[],
    headers: [] as string[],
    data: [] as DataOption[],
    flags: new Set<string>(),
    values: new Map<string, string>(),
    outputs: [] as (string | undefined)[],
  };
  for (const [name, value] of eachOption(args)) {
    if (value === undefined) found.flags.add(name);
    else if (name === "url") found.urls.push(value);
    else if (name === "header") found.headers.push(value);
    else if (DATA[name]) found.data.push({ kind: DATA[name], value });
    else found.values.set(name, value);
    if (name === "output") found.outputs.push(value);
    if (name === "remote-name") found.outputs.push(undefined);
  }
  if (found.urls.length === 0) throw new CurlError(2, "no URL specified");
  return found;
}

function* eachOption(args: readonly string[]): Generator<[name: string, value?: string]> {
  const rest = [...args];
  const takeValue = (option: string): string => {
    const value = rest.shift();
    if (value === undefined) throw new CurlError(2, `option ${option}: requires parameter`);
    return value;
  };
  let onlyUrls = false;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "--" && !onlyUrls) onlyUrls = true;
    else if (onlyUrls || !word.startsWith("-") || word === "-") yield ["url", word];
    else if (word.startsWith("--")) yield long(word, takeValue);
    else yield* short(word, takeValue);
  }
}

function long(word: string, takeValue: (option: string) => string): [string, string?] {
  const name = word.slice(2);
  if (FLAGS.has(name)) return [name];
  if (VALUES.has(name)) return [name, takeValue(word)];
  throw unsupported(word);
}

function* short(word: string, takeValue: (option: string) => string): Generator<[string, string?]> {
  for (let index = 1; index < word.length; index++) {
    const option = `-${word.charAt(index)}`;
    const name = SHORT[word.charAt(index)];
    if (name === undefined) throw unsupported(option);
    if (FLAGS.has(name)) {
      yield [name];
      continue;
    }
    yield [name, word.slice(index + 1) || takeValue(option)];
    return;
  }
}

function unsupported(option: string): CurlError {
  return new CurlError(2, `option ${option}: is unknown or not supported in this page`);
}

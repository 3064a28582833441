import { bytesOf, type CommandContext } from "../machine.ts";
import { CurlError, type CurlOptions, readOptions } from "./options.ts";
import { buildRequest, type CurlRequest } from "./request.ts";
import { headText, writeOut } from "./write-out.ts";

/** The statuses that `--retry` treats as transient. */
const PASSING: readonly number[] = [408, 429, 500, 502, 503, 504];

/** Runs curl with its options, output and exit statuses. */
export async function curl(context: CommandContext): Promise<number> {
  try {
    const options = readOptions(context.args);
    let status = 0;
    for (const [index, url] of options.urls.entries()) {
      status = await transfer(url, index, { options, context });
    }
    return status;
  } catch (error) {
    if (!(error instanceof CurlError)) throw error;
    return fail(error, context);
  }
}

interface Transfer {
  readonly options: CurlOptions;
  readonly context: CommandContext;
}

function fail(error: CurlError, { args, err }: CommandContext): number {
  const isSilent = args.some((word) => /^-[a-zA-Z]*s/.test(word) || word === "--silent");
  const isShown = args.some((word) => /^-[a-zA-Z]*S/.test(word) || word === "--show-error");
  if (!isSilent || isShown || error.status === 2) err(`curl: (${error.status}) ${error.message}\n`);
  return error.status;
}

async function transfer(
  url: string,
  index: number,
  { options, context }: Transfer,
): Promise<number> {
  const { host, stdin, out, err } = context;
  const { flags, values } = options;
  const request = buildRequest(url, options, (name) =>
    name === "-" ? stdin : host.files.read(name),
  );
  if (flags.has("verbose")) err(verbose(request));
  const started = host.now();
  const response = await sendUntilAnswered(request, { options, context });
  const body = new Uint8Array(await response.arrayBuffer());
  const isRefused = response.status >= 400 && flags.has("fail");
  const head = headText(response);
  const output = isRefused ? new Uint8Array() : body;
  const file = fileOf(url, options.outputs[index], index < options.outputs.length);
  const write = (data: Uint8Array): void =>
    file === undefined || file === "-" ? out(data) : saveTo(file, data, context);
  const isHeadShown = flags.has("include") || flags.has("head");
  write(
    isHeadShown ? joinBytes(bytesOf(head), flags.has("head") ? new Uint8Array() : output) : output,
  );
  const dump = values.get("dump-header");
  if (dump === "-") out(head);
  else if (dump !== undefined) saveTo(dump, bytesOf(head), context);
  const format = values.get("write-out");
  const seconds = (host.now() - started) / 1000;
  if (format !== undefined)
    out(writeOut(format, { response, request, size: body.length, seconds }));
  const isFailure = response.status >= 400 && (isRefused || flags.has("fail-with-body"));
  if (!isFailure) return 0;
  throw new CurlError(22, `The requested URL returned error: ${response.status}`);
}

function saveTo(file: string, data: Uint8Array, { host }: CommandContext): void {
  if (file !== "/dev/null") host.files.write(file, data);
}

function fileOf(url: string, output: string | undefined, isAsked: boolean): string | undefined {
  if (output !== undefined || !isAsked) return output;
  const name = new URL(url).pathname.split("/").at(-1);
  if (name) return name;
  throw new CurlError(23, "Remote file name has no length!");
}

async function sendUntilAnswered(request: CurlRequest, transfer: Transfer): Promise<Response> {
  const { values } = transfer.options;
  const retries = Number(values.get("retry") ?? 0);
  for (let attempt = 0; ; attempt++) {
    const response = await send(request, transfer);
    if (attempt >= retries || !PASSING.includes(response.status)) return response;
    const asked = Number(response.headers.get("retry-after") ?? 0);
    const seconds = asked || Number(values.get("retry-delay") ?? 0) || Math.min(2 ** attempt, 600);
    transfer.context.err(
      `Warning: Problem : HTTP error. Will retry in ${seconds} seconds. ${retries - attempt} retries left.\n`,
    );
    await transfer.context.host.sleep(seconds * 1000);
  }
}

async function send(request: CurlRequest, { options, context }: Transfer): Promise<Response> {
  const { method, url, headers, body } = request;
  const seconds = Number(options.values.get("max-time") ?? 0);
  const init: RequestInit = {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    redirect: options.flags.has("location") ? "follow" : "manual",
    ...(seconds > 0 ? { signal: AbortSignal.timeout(seconds * 1000) } : {}),
  };
  const isBodiless = method === "GET" || method === "HEAD";
  if (body && isBodiless)
    context.err(`curl: browsers send no body with ${method}, so it was removed\n`);
  try {
    return await context.host.fetch(url, body && !isBodiless ? { ...init, body } : init);
  } catch (error) {
    const reason = error instanceof Error ? error.message : `${error}`;
    if (error instanceof DOMException && error.name === "TimeoutError") {
      throw new CurlError(28, `Operation timed out after ${seconds * 1000} milliseconds`);
    }
    throw new CurlError(7, `Failed to connect to ${new URL(url).host}: ${reason}`);
  }
}

function verbose({ method, url, headers }: CurlRequest): string {
  const { pathname, search, host } = new URL(url);
  const lines = [`${method} ${pathname}${search} HTTP/1.1`, `Host: ${host}`];
  for (const [name, value] of headers) lines.push(`${name}: ${value}`);
  return `${lines.map((line) => `> ${line}`).join("\n")}\n>\n`;
}

function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}

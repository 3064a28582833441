import type { DatasetDownload } from "@sinkove/contract";
import { ConnectionError, TimeoutError } from "../errors/client-errors.ts";
import { DownloadError } from "../errors/dataset-errors.ts";
import type { SinkoveError } from "../errors/sinkove-error.ts";
import { sleep } from "../http/clock.ts";
import { connectionError } from "../http/exchange.ts";
import { refusalOf } from "../http/refusal.ts";
import { backoffMs, isRetryable, retryAfterMs } from "../http/retry-timing.ts";
import { within } from "../http/within.ts";
import type { Download } from "./download.ts";
import { createSha256, type Sha256 } from "./sha256.ts";
import type { Sink } from "./sink.ts";

/** A download in progress. */
interface Progress {
  readonly job: Download;
  readonly sink: Sink<unknown>;
  readonly file: DatasetDownload;
  hash: Sha256;
  received: number;
  /** The ETag of the content that the bytes so far belong to, for `If-Range`. */
  etag?: string | undefined;
}

/**
 * Fetches a file into a sink. Resumes after interruptions, and accepts only the bytes of the file.
 */
export async function receive<T>(
  job: Download,
  open: (file: DatasetDownload) => Sink<T> | Promise<Sink<T>>,
): Promise<T> {
  const file = await job.url(job.options);
  // The digest becomes a part of a file's name.
  if (!/^[\da-f]{64}$/.test(file.sha256))
    throw new DownloadError("INCOMPLETE", "The API did not say what the file is.");
  const sink = await open(file);
  try {
    await fill({ job, sink, file, hash: createSha256(), received: 0 });
    return await sink.finish();
  } catch (error) {
    const isWrong = error instanceof DownloadError && error.code === "CHECKSUM_MISMATCH";
    await sink.fail(error, isWrong).catch(() => undefined); // the first error is reported
    throw error;
  }
}

async function fill(progress: Progress): Promise<void> {
  const { file, sink } = progress;
  for await (const bytes of sink.existing()) count(progress, bytes);
  // The file of an earlier run may be damaged: it is downloaded again, once, from the start.
  let mayRestart = progress.received > 0 && sink.restart;
  while (true) {
    await fetchRest(progress);
    if (progress.hash.digest() === file.sha256) return;
    if (!mayRestart) throw mismatch();
    mayRestart = undefined;
    await restart(progress);
  }
}

function mismatch(): DownloadError {
  return new DownloadError(
    "CHECKSUM_MISMATCH",
    "The file does not have the SHA-256 that the API gave. Download it again.",
  );
}

function count(progress: Progress, bytes: Uint8Array): void {
  progress.hash.update(bytes);
  progress.received += bytes.length;
  const { received, file, job } = progress;
  job.onProgress?.({ received, total: file.size });
}

async function restart(progress: Progress): Promise<void> {
  if (!progress.sink.restart) {
    throw new DownloadError(
      "INCOMPLETE",
      "The connection broke, and the server cannot resume the file. Download it again.",
    );
  }
  await progress.sink.restart();
  Object.assign(progress, { hash: createSha256(), received: 0, etag: undefined });
}

/**
 * Retries are counted since more of the file was received than before, so a long download may be
 * interrupted any number of times if it progresses.
 */
async function fetchRest(progress: Progress): Promise<void> {
  const { job, file } = progress;
  const { runtime } = job.wire;
  const { maxRetries, signal } = job.options;
  let { URL: url } = file;
  let retries = 0;
  let most = progress.received;
  while (progress.received < file.size) {
    const failure = await fetchSome(progress, url);
    if (progress.received >= file.size) return;
    if (progress.received > most) [most, retries] = [progress.received, 0];
    if (failure?.isTransient === false || retries >= maxRetries) {
      const ended = "The connection ended before the file did.";
      throw failure?.error ?? new DownloadError("INCOMPLETE", ended);
    }
    retries++;
    await sleep(failure?.waitMs ?? backoffMs(retries, runtime.random), runtime, signal);
    if (failure?.isExpired) url = (await job.url(job.options)).URL;
  }
}

interface Failure {
  readonly error: SinkoveError;
  readonly isTransient: boolean;
  /** The URL has expired. The API issues another one. */
  readonly isExpired?: boolean;
  readonly waitMs?: number | undefined;
}

async function fetchSome(progress: Progress, url: string): Promise<Failure | undefined> {
  const { job } = progress;
  const controller = new AbortController();
  const giveUp = () => controller.abort(); // `quiet` tells the reason
  job.options.signal.addEventListener("abort", giveUp, { once: true });
  try {
    const response = await quiet(progress, () => ask(progress, url, controller.signal));
    const failure = failureOf(response, job);
    if (failure?.isExpired) await refuseRevoked(progress, response);
    if (failure) return failure;
    await align(progress, response);
    await pump(progress, response);
    return undefined;
  } catch (error) {
    // These are failures of the network. All other errors come from the sink or from hooks.
    const isNetwork = error instanceof TimeoutError || error instanceof ConnectionError;
    if (!isNetwork) throw error;
    return { error, isTransient: true };
  } finally {
    job.options.signal.removeEventListener("abort", giveUp);
    giveUp();
  }
}

/** Waits for the network, up to the limit for silence. */
function quiet<T>({ job }: Progress, work: () => Promise<T>): Promise<T> {
  const { timeout } = job.options;
  const timedOut = () => new TimeoutError("The connection was silent, which", timeout);
  const { runtime, clean } = job.wire;
  return within({ runtime, signal: job.options.signal, timeout, timedOut }, () =>
    work().catch((error: unknown) => {
      throw connectionError(error, clean);
    }),
  );
}

/** No key is sent: the URL itself is the permission. */
async function ask({ job, received, etag }: Progress, url: string, signal: AbortSignal) {
  const headers: Record<string, string> = { "accept-encoding": "identity" };
  if (received > 0) {
    headers.range = `bytes=${received}-`;
    // A weak tag does not promise the same bytes (RFC 9110, section 13.1.5).
    if (etag && !etag.startsWith("W/")) headers["if-range"] = etag;
  }
  return job.wire.fetch(url, { headers, signal });
}

function failureOf(
  { status, headers, ok }: Response,
  { wire, options: { maxRetryWait } }: Download,
): Failure | undefined {
  if (ok || status === 416) return undefined;
  const isExpired = status === 403 || status === 410;
  const waitMs = retryAfterMs(headers, wire.runtime.now());
  const asked = waitMs ? `, and asks to wait ${Math.ceil(waitMs / 1000)} s` : "";
  const error = new DownloadError("INCOMPLETE", `The file's server answered ${status}${asked}.`);
  const isTransient = (waitMs ?? 0) <= maxRetryWait && (isExpired || isRetryable(status));
  return { error, isTransient, isExpired, waitMs };
}

/**
 * Unlike an expired URL, a URL whose key has lost its access is not replaced, because the caller must know about it.
 *
 * @throws GoneError DOWNLOAD_REVOKED
 */
async function refuseRevoked(progress: Progress, response: Response): Promise<void> {
  if (!response.headers.get("content-type")?.includes("problem+json")) return;
  const text = await quiet(progress, () => response.text());
  const error = refusalOf({ response, text }, progress.job.wire.clean, {});
  if (error.code === "DOWNLOAD_REVOKED") throw error;
}

/** Checks that the response continues where the bytes so far end; starts again if it does not. */
async function align(progress: Progress, response: Response): Promise<void> {
  const { headers, status } = response;
  const { sha256 } = progress.file;
  if ((digestOf(headers.get("repr-digest")) ?? sha256) !== sha256) throw mismatch();
  const range = /^bytes (\d+)-/.exec(headers.get("content-range") ?? "");
  const start = status === 206 ? Number(range?.[1]) : 0;
  if (start !== progress.received) await restart(progress);
  if (start !== progress.received) {
    throw new ConnectionError("The file's server sent another range.");
  }
  progress.etag = headers.get("etag") ?? undefined;
}

function digestOf(header: string | null): string | undefined {
  const base64 = /sha-256=:([\w+/]{43}=):/.exec(header ?? "")?.[1];
  if (!base64) return undefined;
  const hex = (byte: string) => byte.charCodeAt(0).toString(16).padStart(2, "0");
  return Array.from(atob(base64), hex).join("");
}

/** TypeScript's DOM library does not declare `from`, which Node has. */
interface StreamsOfNode {
  readonly from: (chunks: AsyncIterable<Uint8Array>) => ReadableStream<Uint8Array<ArrayBuffer>>;
}

async function pump(progress: Progress, { body, status }: Response): Promise<void> {
  if (!body || status === 416) return;
  // Some `fetch` functions, such as node-fetch, return a stream of Node as the body.
  const isWeb = "getReader" in body;
  const reader = (
    isWeb ? body : (ReadableStream as unknown as StreamsOfNode).from(body)
  ).getReader();
  try {
    while (progress.received < progress.file.size) {
      const { done, value } = await quiet(progress, () => reader.read());
      if (done) return;
      const bytes = value.subarray(0, progress.file.size - progress.received);
      await progress.sink.write(bytes);
      count(progress, bytes);
    }
  } finally {
    reader.cancel().catch(() => undefined); // nobody waits for it
  }
}

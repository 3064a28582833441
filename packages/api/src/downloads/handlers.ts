import { withArchiveFacts } from "../datasets/archive-facts.ts";
import type { ArchivePart } from "../datasets/generation.ts";
import { stateOf } from "../datasets/state.ts";
import { fromHex, toBase64 } from "../encoding.ts";
import { ApiError } from "../http/problem.ts";
import type { Answer, Context, Handlers } from "../operation.ts";
import type { DatasetRecord } from "../store/records.ts";
import { requireSignerAccess } from "./access.ts";
import { type ByteRange, readRange } from "./range.ts";
import { verify } from "./token.ts";

type FileContext = Context<"downloadFile">;
type FileAnswer = Answer<"downloadFile">;

/** The handler of the tag "Downloads". */
export const downloadHandlers: Pick<Handlers, "downloadFile"> = {
  async downloadFile(context) {
    const dataset = await findFile(context);
    const { size, sha256 } = dataset;
    if (sha256 === null) throw notFound();
    const etag = `"${sha256}"`;
    const { parameters } = context;
    if (matches(parameters["If-None-Match"], etag)) {
      return { status: 304, body: undefined, headers: { ETag: etag } };
    }
    const ifRange = parameters["If-Range"]?.trim() ?? etag;
    const range = ifRange === etag ? readRange(parameters.Range, size) : undefined;
    if (range === "unsatisfiable") throw notSatisfiable(size);
    const body = await read(context, dataset, range ?? { start: 0, end: size });
    const headers = fileHeaders(dataset, etag, sha256);
    return range ? part(body, range, { size, headers }) : whole(body, { size, headers });
  },
};

async function read(
  { services, store }: FileContext,
  dataset: DatasetRecord,
  range: ByteRange,
): Promise<ArchivePart> {
  const model = await store.findModel(dataset.modelId);
  const body = model && (await services.generation.read(dataset, model, range));
  if (!body) throw notFound();
  return body;
}

/** @throws ApiError DOWNLOAD_NOT_FOUND, DOWNLOAD_EXPIRED or DOWNLOAD_REVOKED */
async function findFile({ parameters, services, store, now }: FileContext): Promise<DatasetRecord> {
  const ticket = await verify(parameters.downloadToken, [
    services.secret,
    ...services.formerSecrets,
  ]);
  if (!ticket) throw notFound();
  if (ticket === "outdated" || ticket.expiresAt <= now) throw expired();
  const dataset = await store.findDataset(ticket.datasetId);
  if (!dataset || stateOf(dataset, now) !== "READY") throw notFound();
  await requireSignerAccess(ticket.signer, dataset, { services, now });
  return withArchiveFacts(dataset, { services, store, now });
}

function expired(): ApiError {
  const detail = "The download URL has expired. Ask for a new one at the dataset's urls/download.";
  return new ApiError("DOWNLOAD_EXPIRED", detail);
}

function notFound(): ApiError {
  const detail =
    "The download URL is not one that was signed here, or its file is gone. Ask for a new one.";
  return new ApiError("DOWNLOAD_NOT_FOUND", detail);
}

function notSatisfiable(size: number): ApiError {
  const detail = `The file has ${size} bytes; the range starts after its end.`;
  const headers = { "Content-Range": `bytes */${size}` };
  return new ApiError("RANGE_NOT_SATISFIABLE", detail, { headers });
}

/** If-None-Match compares weakly (RFC 9110, section 13.1.2). */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(etag);
}

function fileHeaders({ id }: DatasetRecord, etag: string, sha256: string): Record<string, string> {
  return {
    "Content-Type": "application/zip",
    "Cache-Control": "private, no-cache",
    "Content-Disposition": `attachment; filename="${id}.zip"`,
    "Accept-Ranges": "bytes",
    "Repr-Digest": `sha-256=:${toBase64(fromHex(sha256))}:`,
    ETag: etag,
  };
}

/** Headers that describe the whole file. */
interface File {
  readonly size: number;
  readonly headers: Readonly<Record<string, string>>;
}

function whole(body: ArchivePart, { size, headers }: File): FileAnswer {
  return { status: 200, body, headers: { ...headers, "Content-Length": `${size}` } };
}

function part(body: ArchivePart, { start, end }: ByteRange, { size, headers }: File): FileAnswer {
  const place = {
    "Content-Range": `bytes ${start}-${end - 1}/${size}`,
    "Content-Length": `${end - start}`,
  };
  return { status: 206, body, headers: { ...headers, ...place } };
}

import { stateOf } from "../datasets/state.ts";
import { fromHex, toBase64 } from "../encoding.ts";
import type { Answer, Context, Handlers } from "../operation.ts";
import { ApiError } from "../problem.ts";
import type { DatasetRecord } from "../store/records.ts";
import { type ByteRange, readRange } from "./range.ts";
import { verify } from "./token.ts";

type FileContext = Context<"downloadFile">;
type FileAnswer = Answer<"downloadFile">;

/** The handler of the tag "Downloads". */
export const downloadHandlers: Pick<Handlers, "downloadFile"> = {
  async downloadFile(context) {
    const dataset = await findFile(context);
    const { size, sha256 } = dataset;
    const bytes = await context.services.generation.archive(dataset);
    if (!bytes || sha256 === null) throw notFound();
    const etag = `"${sha256}"`;
    const { parameters } = context;
    if (matches(parameters["If-None-Match"], etag)) {
      return { status: 304, body: undefined, headers: { ETag: etag } };
    }
    const headers = fileHeaders(dataset, etag, sha256);
    const ifRange = parameters["If-Range"]?.trim() ?? etag;
    const range = ifRange === etag ? readRange(parameters.Range, size) : undefined;
    if (range === "unsatisfiable") throw notSatisfiable(size);
    return range ? part(bytes, range, headers) : whole(bytes, headers);
  },
};

/** @throws ApiError DOWNLOAD_NOT_FOUND or DOWNLOAD_EXPIRED */
async function findFile({ parameters, services, store, now }: FileContext): Promise<DatasetRecord> {
  const ticket = await verify(parameters.downloadToken, services.secret);
  if (!ticket) throw notFound();
  if (ticket.expiresAt <= now) {
    const detail =
      "The download URL has expired. Ask for a new one at the dataset's urls/download.";
    throw new ApiError("DOWNLOAD_EXPIRED", detail);
  }
  const dataset = await store.findDataset(ticket.datasetId);
  if (!dataset || stateOf(dataset, now) !== "READY") throw notFound();
  return dataset;
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

function whole(bytes: Uint8Array, headers: Record<string, string>): FileAnswer {
  return { status: 200, body: bytes, headers: { ...headers, "Content-Length": `${bytes.length}` } };
}

function part(
  bytes: Uint8Array,
  { start, end }: ByteRange,
  headers: Record<string, string>,
): FileAnswer {
  const place = {
    "Content-Range": `bytes ${start}-${end - 1}/${bytes.length}`,
    "Content-Length": `${end - start}`,
  };
  return { status: 206, body: bytes.subarray(start, end), headers: { ...headers, ...place } };
}

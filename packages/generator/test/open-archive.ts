import { crc32 } from "node:zlib";
import { PNG } from "pngjs";
import { type Entry, fromBuffer } from "yauzl";
import { type ArchiveOptions, type ArchiveOrder, generateArchive } from "../src/index.ts";

export const order = (
  args: ArchiveOrder["args"],
  {
    numSamples = 1,
    datasetId = "01939ab7-0000-7000-8000-000000000001",
  }: Partial<Pick<ArchiveOrder, "numSamples" | "datasetId">> = {},
): ArchiveOrder => ({
  datasetId,
  model: {
    id: "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2",
    slug: "chest-xray-v2",
    name: "Chest X-ray v2",
  },
  args,
  numSamples,
  createdAt: "2026-11-24T12:00:00Z",
});

/** Reads the files of a ZIP in order with yauzl, and checks their CRC-32. */
export function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (failure, zip) => {
      if (failure) return reject(failure);
      zip.on("entry", (entry: Entry) => {
        zip.openReadStream(entry, async (error, stream) => {
          if (error) return reject(error);
          const content = Buffer.concat(await stream.toArray());
          if (crc32(content) !== entry.crc32)
            return reject(new Error(`CRC-32 of ${entry.fileName}`));
          files.set(entry.fileName, content);
          zip.readEntry();
        });
      });
      zip.on("end", () => resolve(files));
      zip.readEntry();
    });
  });
}

interface Region {
  readonly box: { x: number; y: number; width: number; height: number } | null;
  readonly pixels: number;
  readonly mask: string;
}

export interface ImageMetadata {
  readonly file: string;
  readonly sha256: string;
  readonly prompt: string;
  readonly seed: number;
  readonly sample: number;
  readonly findings: readonly {
    readonly kind: string;
    readonly side: string | null;
    readonly zones: readonly string[];
    readonly severity: string;
    readonly extent: number;
    readonly requested: Readonly<Record<string, unknown>>;
    readonly regions: readonly (Region & { readonly side: string | null })[];
  }[];
  readonly cardiothoracicRatio: number;
  readonly anatomy: Readonly<Record<"heart" | "rightLung" | "leftLung", Region>>;
  readonly parameters: Readonly<Record<string, number | string>>;
}

export interface Metadata {
  readonly generator: { readonly version: string };
  readonly seed: number;
  readonly seedSource: string;
  readonly imageSize: unknown;
  readonly prompt: {
    readonly notUnderstood: readonly string[];
    readonly absent: readonly string[];
  };
  readonly images: readonly ImageMetadata[];
}

export interface OpenArchive {
  readonly bytes: Buffer;
  readonly files: ReadonlyMap<string, Buffer>;
  readonly metadata: Metadata;
  /** Reads the grey values of a PNG in the archive. */
  readonly read: (file: string) => GreyImage;
}

export interface GreyImage {
  readonly size: number;
  readonly at: (column: number, row: number) => number;
}

export async function open(what: ArchiveOrder, options?: ArchiveOptions): Promise<OpenArchive> {
  const bytes = Buffer.concat([...generateArchive(what, options)]);
  const files = await unzip(bytes);
  const fileOf = (name: string): Buffer => {
    const file = files.get(name);
    if (!file) throw new Error(`${name} is not in the archive`);
    return file;
  };
  return {
    bytes,
    files,
    metadata: JSON.parse(fileOf("metadata.json").toString()),
    read: (file) => {
      const { width: size, data } = PNG.sync.read(fileOf(file));
      return { size, at: (column, row) => data[(row * size + column) * 4] ?? 0 };
    },
  };
}

import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import type { Download } from "../server/api-client.ts";

/** The part of an archive's metadata that describes its images. */
interface Metadata {
  readonly images: readonly { readonly file: string; readonly sha256: string }[];
}

/** What is wrong with an archive; undefined if it and all its images are complete. */
export async function faultOf(
  { URL, size, sha256 }: Download,
  numSamples: number,
): Promise<string | undefined> {
  const bytes = new Uint8Array(await (await fetch(URL)).arrayBuffer());
  if (bytes.length !== size) return `it has ${bytes.length} bytes, not ${size}`;
  if (digestOf(bytes) !== sha256) return "its SHA-256 is wrong";
  const files = unzipSync(bytes);
  const { images }: Metadata = JSON.parse(new TextDecoder().decode(files["metadata.json"]));
  if (images.length !== numSamples) return `it has ${images.length} images, not ${numSamples}`;
  const broken = images.find(({ file, sha256: own }) => digestOf(files[file]) !== own);
  return broken && `${broken.file} does not match metadata.json`;
}

function digestOf(bytes: Uint8Array | undefined): string {
  return bytes ? createHash("sha256").update(bytes).digest("hex") : "";
}

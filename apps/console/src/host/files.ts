import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
};

/**
 * Reads all files in a folder and its subfolders, by their relative path with slashes. Returns none if the folder does
 * not exist.
 */
export function readFiles(root: string): ReadonlyMap<string, Buffer<ArrayBuffer>> {
  if (!existsSync(root)) return new Map();
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(root, file).split(sep).join("/"), readFileSync(file)]),
  );
}

/** Returns the media type of a file, by its extension. */
export function contentType(path: string): string {
  return TYPES[extname(path)] ?? "application/octet-stream";
}

/** Whether a file's name contains a hash of its content, so that the content never changes. */
export function isHashed(path: string): boolean {
  return path.startsWith("assets/");
}

import { type Entry, readDirectory } from "./directory.ts";
import { rangeReader } from "./range-reader.ts";
import { readEntry } from "./read-entry.ts";

/** The images of a dataset's archive. Each is read on demand. */
export interface ArchiveImages {
  /** The paths of the images, in the order of the archive. */
  readonly names: readonly string[];
  /** @throws ArchiveError if it cannot be read */
  readonly open: (name: string) => Promise<Blob>;
}

/**
 * Opens the archive at a download URL. Reads only its directory.
 *
 * @throws ArchiveError if it cannot be read
 */
export async function openImages(url: string, size: number): Promise<ArchiveImages> {
  const read = rangeReader(url);
  const images = new Map((await readDirectory(read, size)).filter(isImage).map(byName));
  return {
    names: [...images.keys()],
    open: async (name) => {
      const entry = images.get(name);
      if (!entry) throw new Error(`The archive has no ${name}.`);
      return new Blob([await readEntry(read, entry, size)], { type: "image/png" });
    },
  };
}

function byName(entry: Entry): [string, Entry] {
  return [entry.name, entry];
}

/** Whether an entry is an image of the dataset. Masks are in another folder. */
function isImage({ name }: Entry): boolean {
  return name.startsWith("images/") && name.endsWith(".png");
}

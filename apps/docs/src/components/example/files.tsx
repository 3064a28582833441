import { type ReactNode, useEffect, useMemo, useState } from "react";
import styles from "./console.module.css";
import type { LeftFile } from "./run-state.ts";
import type { LoadedPlayground } from "./site-playground.ts";

type Module = LoadedPlayground["module"];

/** The maximum number of shown images of an archive. */
const MOST_FILMS = 8;

/** The files that a program wrote. Readers can save each file. Images in an archive are shown. */
export function Files({
  files,
  module,
}: {
  files: readonly LeftFile[];
  module: Module;
}): ReactNode {
  return (
    <ul className={styles.files} aria-label="Files">
      {files.map((file) => (
        <li key={file.name}>
          <SaveLink file={file} />
          <Films file={file} module={module} />
        </li>
      ))}
    </ul>
  );
}

function SaveLink({ file: { name, bytes } }: { file: LeftFile }): ReactNode {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes]));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  const short = name.split("/").at(-1);
  return (
    <a href={url} download={short}>
      {short} ({Math.ceil(bytes.length / 1000)} kB)
    </a>
  );
}

function Films({ file: { name, bytes }, module }: { file: LeftFile; module: Module }): ReactNode {
  const films = useMemo(() => filmsIn(name, bytes, module), [name, bytes, module]);
  if (films.length === 0) return null;
  return (
    <div className={styles.films}>
      {films.map(({ name: film, url }) => (
        <img key={film} src={url} alt={`Synthetic film ${film}`} width={160} height={160} />
      ))}
    </div>
  );
}

/** Returns images as data URLs, because the site's policy allows no other images from a program. */
function filmsIn(name: string, bytes: Uint8Array<ArrayBuffer>, module: Module) {
  if (!name.endsWith(".zip")) return [];
  const entries = module.readZipDirectory(bytes) ?? [];
  // The archive also contains masks, in another folder.
  const films = entries.filter(({ name: entry }) => /^images\/.*\.png$/.test(entry));
  return films.slice(0, MOST_FILMS).flatMap((entry) => {
    const image = module.readStoredEntry(bytes, entry);
    if (!image) return [];
    const text = Array.from(image, (byte) => String.fromCharCode(byte)).join("");
    return [{ name: entry.name, url: `data:image/png;base64,${btoa(text)}` }];
  });
}

import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { LeftFile } from "./run-state.ts";
import type { LoadedPlayground } from "./site-playground.ts";
import styles from "./styles.module.css";

type Module = LoadedPlayground["module"];

/** So many images of an archive are shown. */
const MOST_IMAGES = 8;

/** The files that a program left: each can be saved, and images out of an archive are shown. */
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
          <Images file={file} module={module} />
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

function Images({ file: { name, bytes }, module }: { file: LeftFile; module: Module }): ReactNode {
  const images = useMemo(() => imagesIn(name, bytes, module), [name, bytes, module]);
  if (images.length === 0) return null;
  return (
    <div className={styles.images}>
      {images.map(({ name: image, url }) => (
        <img key={image} src={url} alt={`Synthetic sample ${image}`} width={96} height={96} />
      ))}
    </div>
  );
}

/** As data addresses: the site's policy lets no others in. */
function imagesIn(name: string, bytes: Uint8Array<ArrayBuffer>, module: Module) {
  if (!name.endsWith(".zip")) return [];
  const entries = module.readZipDirectory(bytes) ?? [];
  const pictures = entries.filter((entry) => entry.name.endsWith(".png")).slice(0, MOST_IMAGES);
  return pictures.flatMap((entry) => {
    const image = module.readStoredEntry(bytes, entry);
    if (!image) return [];
    const text = Array.from(image, (byte) => String.fromCharCode(byte)).join("");
    return [{ name: entry.name, url: `data:image/png;base64,${btoa(text)}` }];
  });
}

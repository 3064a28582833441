import { useEffect, useState } from "react";
import type { ArchiveImages } from "../../archive/images.ts";

/** The object URL of an image, or the error of loading it. */
export interface ImageUrl {
  readonly url?: string;
  readonly error?: unknown;
}

/** Reads an image from its archive. Revokes its object URL when the component unmounts. */
export function useImageUrl(images: ArchiveImages, name: string): ImageUrl {
  const [state, setState] = useState<ImageUrl>({});
  useEffect(() => {
    let isGone = false;
    let url: string | undefined;
    setState({});
    images.open(name).then(
      (blob) => {
        if (isGone) return;
        url = URL.createObjectURL(blob);
        setState({ url });
      },
      (error: unknown) => !isGone && setState({ error }),
    );
    return () => {
      isGone = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [images, name]);
  return state;
}

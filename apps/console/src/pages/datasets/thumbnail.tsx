import { Skeleton, UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import type { ArchiveImages } from "../../archive/images.ts";
import { useImageUrl } from "./image-url.ts";
import classes from "./thumbnails.module.css";

interface ThumbnailProps {
  readonly images: ArchiveImages;
  readonly name: string;
  readonly onOpen: () => void;
}

/** A thumbnail. A click opens the image in full size. */
export function Thumbnail({ images, name, onOpen }: ThumbnailProps): ReactNode {
  const { url, error } = useImageUrl(images, name);
  if (error !== undefined) return <div className={classes.missing}>{name} cannot be read</div>;
  return (
    <UnstyledButton className={classes.button} aria-label={`Open ${name}`} onClick={onOpen}>
      {url ? (
        <img className={classes.image} src={url} alt="" width={256} height={256} />
      ) : (
        <Skeleton className={classes.image} />
      )}
    </UnstyledButton>
  );
}

import useBaseUrl from "@docusaurus/useBaseUrl";
import ThemedImage from "@theme/ThemedImage";
import type { ReactNode } from "react";
import classes from "./screenshot.module.css";

interface ScreenshotProps {
  /**
   * The name of the picture, without its colour scheme. `npm run screenshots -w @sinkove/console` writes both versions.
   */
  readonly name: string;
  readonly alt: string;
}

/** A picture of the console, in the page's colour scheme. */
export function Screenshot({ name, alt }: ScreenshotProps): ReactNode {
  const light = useBaseUrl(`/img/console/${name}-light.webp`);
  const dark = useBaseUrl(`/img/console/${name}-dark.webp`);
  return (
    <ThemedImage
      className={classes.screenshot}
      sources={{ light, dark }}
      width={1280}
      height={800}
      loading="lazy"
      {...{ alt }}
    />
  );
}

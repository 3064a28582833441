import type { ReactNode } from "react";

interface LastUpdatedProps {
  /** Milliseconds since 1970. */
  readonly lastUpdatedAt?: number;
}

/** The date of a page's last change. Docusaurus's own component loads the browser's calendar for it on every page. */
export default function LastUpdated({ lastUpdatedAt }: LastUpdatedProps): ReactNode {
  if (lastUpdatedAt === undefined) return null;
  const moment = new Date(lastUpdatedAt).toISOString();
  return (
    <span className="theme-last-updated">
      Last updated on <time dateTime={moment}>{moment.slice(0, 10)}</time>
    </span>
  );
}

import type { PointerEvent, ReactNode } from "react";
import { useNow } from "./now.ts";
import { absoluteTime, momentText } from "./time-text.ts";

interface RelativeTimeProps {
  /** RFC 3339, or null for never. */
  readonly value: string | null;
  /** The text for null. */
  readonly never?: string;
}

/** A time: relative if it is near, otherwise the date. The tooltip has the exact time. */
export function RelativeTime({ value, never = "Never" }: RelativeTimeProps): ReactNode {
  const now = useNow();
  if (value === null) return never;
  return (
    <time dateTime={value} onPointerEnter={addTooltip}>
      {momentText(Date.parse(value), now)}
    </time>
  );
}

function addTooltip({ currentTarget }: PointerEvent<HTMLTimeElement>): void {
  currentTarget.title = absoluteTime(Date.parse(currentTarget.dateTime));
}

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useState } from "react";

/** Up to this number, all rows are rendered, so that the browser's search finds them. */
const FEW = 60;
/** The assumed height of a row in pixels, until one is measured. */
const ROW_HEIGHT = 61;

interface VisibleRows {
  /** The indexes of the rows to render. */
  readonly visible: readonly number[];
  /** The heights of the rows before and after them, in pixels. */
  readonly before: number;
  readonly after: number;
  /** The `ref` of each row. The row must have `data-index`. */
  readonly measure: (row: Element | null) => void;
}

/** Returns the rows of a table to render. In a long table, these are the rows near the viewport. */
export function useVisibleRows(table: RefObject<HTMLElement | null>, count: number): VisibleRows {
  const isLong = count > FEW;
  const { scrollMargin, rowHeight } = usePlace(table, isLong);
  const virtualizer = useWindowVirtualizer({
    count,
    scrollMargin,
    estimateSize: () => rowHeight,
    overscan: 6,
    enabled: isLong,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new row height makes the earlier estimates wrong
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  if (!isLong) {
    return { visible: [...Array(count).keys()], before: 0, after: 0, measure: ignore };
  }
  const items = virtualizer.getVirtualItems();
  return {
    visible: items.map(({ index }) => index),
    before: (items[0]?.start ?? scrollMargin) - scrollMargin,
    after: virtualizer.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin),
    measure: virtualizer.measureElement,
  };
}

/**
 * Measures the position of a long table and the height of its first row. A good estimate matters, because each row with
 * another height moves all rows that follow.
 */
function usePlace(table: RefObject<HTMLElement | null>, isLong: boolean) {
  const [place, setPlace] = useState({ scrollMargin: 0, rowHeight: ROW_HEIGHT });
  useLayoutEffect(() => {
    // Skipped for short tables, because measuring forces a layout.
    if (!isLong || !table.current) return;
    const row = table.current.querySelector("[data-index]");
    setPlace({
      scrollMargin: table.current.getBoundingClientRect().top + window.scrollY,
      rowHeight: row?.getBoundingClientRect().height ?? ROW_HEIGHT,
    });
  }, [table, isLong]);
  return place;
}

function ignore(): void {}

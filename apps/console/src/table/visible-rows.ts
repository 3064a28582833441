import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useState } from "react";

/** Fewer rows than this are all in the page, so that the browser's own search finds them. */
const FEW = 60;
/** Until a row was measured. */
const ROW_HEIGHT = 61;

interface VisibleRows {
  /** Indexes of the rows to render. */
  readonly visible: readonly number[];
  /** Pixels of the rows before and after them. */
  readonly before: number;
  readonly after: number;
  /** Goes to each row as its `ref`; the row carries `data-index`. */
  readonly measure: (row: Element | null) => void;
}

/** Which rows of a long table to render: those near the window. */
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was estimated before is wrong then
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
 * Where a long table begins, and how high its first row is: each row that is not as high as was estimated makes the
 * places of all that follow be worked out again.
 */
function usePlace(table: RefObject<HTMLElement | null>, isLong: boolean) {
  const [place, setPlace] = useState({ scrollMargin: 0, rowHeight: ROW_HEIGHT });
  useLayoutEffect(() => {
    // To ask makes the browser lay the page out.
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

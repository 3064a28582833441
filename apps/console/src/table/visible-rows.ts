import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useState } from "react";

/** Fewer rows than this are all in the page, so that the browser's own search finds them. */
const FEW = 60;
const ROW_HEIGHT = 57;

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
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => {
    const top = table.current?.getBoundingClientRect().top ?? 0;
    setScrollMargin(top + window.scrollY);
  }, [table]);
  const virtualizer = useWindowVirtualizer({
    count,
    scrollMargin,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    enabled: count > FEW,
  });
  if (count <= FEW) {
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

function ignore(): void {}

import { memo, type ReactNode } from "react";
import classes from "./data-table.module.css";
import type { Column } from "./data-table.tsx";

interface CellsProps<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
}

function CellsOf<Row>({ row, columns }: CellsProps<Row>): ReactNode {
  return columns.map(({ id, header, cell, isNumeric, isHeaderHidden }) => (
    <td
      key={id}
      role="cell"
      data-label={isHeaderHidden ? undefined : header}
      data-numeric={isNumeric}
    >
      <div className={classes.value}>{cell(row)}</div>
    </td>
  ));
}

/**
 * The cells of a row. They are memoized, so that scrolling a long table renders only new rows. This needs the same
 * array of `columns` in each render.
 */
// The cast is needed because the type of `memo` loses the type parameter.
export const Cells = memo(CellsOf) as typeof CellsOf;

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
 * The cells of a row. Scrolling a long table renders it again and again: rows that stay are left alone, as long as
 * `columns` is the same array.
 */
// A boundary: the type of `memo` forgets that the component is generic.
export const Cells = memo(CellsOf) as typeof CellsOf;

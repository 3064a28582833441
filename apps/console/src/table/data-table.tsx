import { memo, type ReactNode, useDeferredValue, useRef } from "react";
import { ErrorView } from "../ui/error-view.tsx";
import { Cells } from "./cells.tsx";
import classes from "./data-table.module.css";
import { EmptyState } from "./empty-state.tsx";
import { LoadingRows } from "./loading-rows.tsx";
import { useVisibleRows } from "./visible-rows.ts";

/** A column of a table. `cell` renders the cell of a row. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Aligns the cells to the right, so that digits line up. */
  readonly isNumeric?: boolean;
  /** Shows the header only to screen readers, for example above buttons. */
  readonly isHeaderHidden?: boolean;
}

/** The rows of a table, or the state of loading them. */
export interface RowsQuery<Row> {
  readonly rows: readonly Row[] | undefined;
  readonly error?: unknown;
  readonly onRetry?: () => void;
}

interface DataTableProps<Row> extends RowsQuery<Row> {
  /** The caption, for screen readers. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Content that is shown if there are no rows. */
  readonly empty: {
    readonly title: string;
    readonly text?: ReactNode;
    readonly action?: ReactNode;
  };
  /** Content below the rows, such as a button that loads more. */
  readonly footer?: ReactNode;
}

/**
 * A table with loading, empty, error and offline states. On a phone, each row becomes a card. If there are many rows,
 * only those near the viewport are rendered.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { error, onRetry, empty, columns, footer } = props;
  // Renders in steps, between which the browser can respond to input.
  const rows = useDeferredValue(props.rows);
  // A list of which a part has failed is not known to be empty.
  if (error && !rows?.length) return <ErrorView error={error} {...(onRetry && { onRetry })} />;
  if (rows?.length === 0) return <EmptyState {...empty} />;
  return (
    <div className={classes.frame}>
      {rows ? <Rows {...props} rows={rows} /> : <LoadingRows columns={columns.length} />}
      {error !== undefined && error !== null && rows && (
        <ErrorView error={error} {...(onRetry && { onRetry })} />
      )}
      {footer && rows && <div className={classes.footer}>{footer}</div>}
    </div>
  );
}

type RowsProps<Row> = DataTableProps<Row> & { readonly rows: readonly Row[] };

// The roles are explicit because the layout for phones removes `display: table`, and with it the implicit roles.
function Rows<Row>({ rows, columns, caption, rowKey }: RowsProps<Row>): ReactNode {
  const table = useRef<HTMLTableElement>(null);
  const { visible, before, after, measure } = useVisibleRows(table, rows.length);
  return (
    <table ref={table} role="table" aria-rowcount={rows.length + 1} className={classes.table}>
      <caption className={classes.caption}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row" aria-rowindex={1}>
          {columns.map(({ id, header, isNumeric, isHeaderHidden }) => (
            <th key={id} role="columnheader" scope="col" data-numeric={isNumeric}>
              <span className={isHeaderHidden ? classes.hidden : undefined}>{header}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        <Spacer height={before} columns={columns.length} />
        {visible.map((index) => {
          const row = rows[index];
          if (row === undefined) return null;
          return <Row key={rowKey(row)} {...{ row, columns, index, measure }} />;
        })}
        <Spacer height={after} columns={columns.length} />
      </tbody>
    </table>
  );
}

interface RowProps<Item> {
  readonly row: Item;
  readonly columns: readonly Column<Item>[];
  readonly index: number;
  readonly measure: (row: Element | null) => void;
}

/** A memoized row: scrolling renders only the rows that come into view. */
const Row = memo(function Row<Item>({ row, columns, index, measure }: RowProps<Item>): ReactNode {
  return (
    <tr ref={measure} role="row" aria-rowindex={index + 2} data-index={index}>
      <Cells row={row} columns={columns} />
    </tr>
  );
  // The cast is needed because the type of `memo` loses the type parameter.
}) as <Item>(props: RowProps<Item>) => ReactNode;

/** Reserves the height of rows that are not rendered. */
function Spacer({ height, columns }: { height: number; columns: number }): ReactNode {
  if (height === 0) return null;
  return (
    <tr aria-hidden className={classes.spacer}>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  );
}

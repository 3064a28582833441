import { type Row, verdictOf } from "./measure.ts";

/** Formats the rows of a measurement as a table for a terminal. */
export function tableOf(title: string, rows: readonly Row[]): string {
  const cells = rows.map(cellsOf);
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const lines = cells.map((row) =>
    row.map((cell, column) => pad(cell, column, widths[column] ?? 0)).join("  "),
  );
  return [title, ...lines.map((line) => `  ${line}`.trimEnd())].join("\n");
}

/** Aligns names left and figures right. */
function pad(cell: string, column: number, width: number): string {
  return column === 1 ? cell.padStart(width) : cell.padEnd(width);
}

function cellsOf(row: Row): string[] {
  const { subject, value, unit, target, note = "" } = row;
  const limit = target === undefined ? "" : `target ≤ ${target} ${unit}`;
  const spread = value.count > 1 ? `${show(value.low)}–${show(value.high)}` : "";
  return [
    subject,
    `${show(value.median)} ${unit}`,
    spread,
    `${limit} ${verdictOf(row)}`.trim(),
    note,
  ];
}

function show(value: number): string {
  return value.toFixed(Math.abs(value) < 10 ? 2 : 1);
}

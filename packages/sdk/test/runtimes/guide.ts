import { readFile } from "node:fs/promises";
import { join } from "node:path";

const GUIDE = join(import.meta.dirname, "../../../../apps/docs/docs/guides/runtimes.mdx");

/** The behaviour of the package in a runtime, by the table's column names. */
export type Row = Readonly<Record<string, string>>;

/** Returns a row of the table in the guide "Runtimes". */
export async function documented(runtime: string): Promise<Row> {
  const lines = (await readFile(GUIDE, "utf8")).split("\n").filter((line) => line.startsWith("| "));
  const cellsOf = (line = ""): string[] =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
  const [, ...names] = cellsOf(lines[0]);
  const found = lines.map(cellsOf).find(([name]) => name === runtime);
  if (!found) throw new Error(`The table in ${GUIDE} has no row for ${runtime}.`);
  return Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ""]));
}

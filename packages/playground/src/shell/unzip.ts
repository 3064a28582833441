import type { CommandContext } from "./machine.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";

/** Runs `unzip -l`, which lists the files in an archive. */
export function unzip({ args, host, out, err }: CommandContext): number {
  const [option, name, ...others] = args;
  if (option !== "-l" || name === undefined || others.length > 0) {
    err("unzip: only `unzip -l ARCHIVE` is supported in this page\n");
    return 10;
  }
  const bytes = host.files.read(name);
  if (!bytes) {
    err(`unzip:  cannot find or open ${name}\n`);
    return 9;
  }
  const entries = readZipDirectory(bytes);
  if (!entries) {
    err(`unzip:  ${name} is not a ZIP archive\n`);
    return 9;
  }
  out(listing(name, entries));
  return 0;
}

function listing(name: string, entries: readonly ZipEntry[]): string {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const count = entries.length === 1 ? "1 file" : `${entries.length} files`;
  const rows = entries.map(
    ({ name: entry, size, modified }) => `${`${size}`.padStart(9)}  ${modified}   ${entry}`,
  );
  return `Archive:  ${name}
  Length      Date    Time    Name
---------  ---------- -----   ----
${rows.map((row) => `${row}\n`).join("")}---------                     -------
${`${total}`.padStart(9)}                     ${count}
`;
}

import { groups } from "./cases.ts";

/** The results of the other tools for a case. */
export interface Said {
  readonly redocly: string;
  readonly oasdiff: string;
}

/** By the titles of the group and the change. */
export type Sayings = { readonly [key: string]: Said };

/** The text above the tables. */
export const marker =
  "<!-- node scripts/compare-tools.ts writes the tables; the test comparison.test.ts checks them. -->";

export function keyOf(group: string, change: string): string {
  return `${group}: ${change}`;
}

/** The tables of the page, in Markdown. */
export function tablesOf(sayings: Sayings): string {
  return groups
    .map(({ title, cases }) => {
      const rows = cases.map(({ change, ours }) => {
        const said = sayings[keyOf(title, change)];
        return `| ${change} | ${ours} | ${said?.redocly ?? "?"} | ${said?.oasdiff ?? "?"} |`;
      });
      const head = ["| change | contract:diff | redocly diff | oasdiff |", "|---|---|---|---|"];
      return [`### ${title}`, "", ...head, ...rows].join("\n");
    })
    .join("\n\n");
}

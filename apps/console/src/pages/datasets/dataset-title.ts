import type { Dataset } from "@sinkove/contract";

const LONGEST = 80;

/** Returns the title of a dataset: its prompt, shortened, or the beginning of its id. */
export function datasetTitle({ args, id }: Pick<Dataset, "args" | "id">): string {
  const { prompt } = args;
  if (typeof prompt !== "string" || prompt.trim() === "") return `Dataset ${id.slice(0, 8)}`;
  const characters = [...prompt.trim()];
  if (characters.length <= LONGEST) return characters.join("");
  return `${characters
    .slice(0, LONGEST - 1)
    .join("")
    .trimEnd()}…`;
}

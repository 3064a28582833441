import type { Language } from "../../../plugins/examples/example-files.ts";
import { createChoice } from "../tabs/choice.ts";
import type { Tab } from "../tabs/tab-list.tsx";

/** The languages of examples, in the order of their tabs. */
export const shownLanguages: readonly Tab<Language>[] = [
  { name: "ts", label: "TypeScript" },
  { name: "sh", label: "curl" },
  { name: "py", label: "Python" },
];

/** The language that the reader has chosen, for all examples. */
export const languageChoice = createChoice<Language>("sinkove-language", ["ts", "sh", "py"]);

import type { Language } from "../../../plugins/examples/example-files.ts";

/** How a language is shown. */
export interface ShownLanguage {
  readonly language: Language;
  readonly label: string;
}

/** The languages of examples, in the order of their tabs. */
export const shownLanguages: readonly ShownLanguage[] = [
  { language: "ts", label: "TypeScript" },
  { language: "sh", label: "curl" },
  { language: "py", label: "Python" },
];

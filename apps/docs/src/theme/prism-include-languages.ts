/** None: src/highlight has the languages of these pages. */
export default function prismIncludeLanguages(): void {}

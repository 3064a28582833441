/** Adds no languages, because plugins/highlight highlights code when the site is built. */
export default function prismIncludeLanguages(): void {}

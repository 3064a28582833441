/** None: plugins/highlight marks code up when the site is built. */
export default function prismIncludeLanguages(): void {}

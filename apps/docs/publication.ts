/**
 * Whether this repository's packages are in the public registries. Until they are, pages install them from the site
 * itself. `test/publication.test.ts` compares this value with the recorded responses of the registries.
 */
export const isPublished = false;

/**
 * The address of this repository's `main` branch at which people can edit files, without a trailing slash. While the
 * repository is private, pages have no edit links.
 */
const repository: string | undefined = undefined;

/** Returns the address at which the source of a page can be edited, or undefined if there is none. */
export function editUrlOf(file: string, base: string | undefined = repository): string | undefined {
  return base === undefined ? undefined : `${base}/apps/docs/docs/${file}`;
}

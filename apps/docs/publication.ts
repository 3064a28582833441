/**
 * Whether this repository's packages are in the public registries. Until they are, the pages say how to install them
 * from the site itself. `test/publication.test.ts` compares this with what the registries answered.
 */
export const isPublished = false;

/**
 * The address of this repository's `main` branch where people can edit files, without an end slash. Until the repository
 * is public, pages have no edit links.
 */
const repository: string | undefined = undefined;

/** Where a page's source can be edited. */
export function editUrlOf(file: string, base: string | undefined = repository): string | undefined {
  return base === undefined ? undefined : `${base}/apps/docs/docs/${file}`;
}

/**
 * Whether this repository's packages are in the public registries. Until they are, the pages say how to install them
 * from the site itself. `test/publication.test.ts` compares this with what the registries answered.
 */
export const isPublished = false;

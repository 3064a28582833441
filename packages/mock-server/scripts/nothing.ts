/** Replaces a package that is never used in the bundle. */
export const nothing: undefined = undefined;

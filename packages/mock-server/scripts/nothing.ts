/** Stands for a package that is never used. */
export const nothing: undefined = undefined;

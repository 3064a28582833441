/** This package's version: part of every archive, because another version may draw otherwise. */
export const GENERATOR_VERSION = "0.1.0";

/** The version of this package. Each archive names it, because another version may draw different images. */
export const GENERATOR_VERSION = "0.1.0";

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Font, type Glyph, type Path, parse } from "opentype.js";

/** A weight of the site's typeface. It draws text as outlines, so that images need no font. */
export interface Typeface {
  /** Returns the width of a line of text, in the unit of `size`. */
  readonly widthOf: (text: string, size: number) => number;
  /** Returns the path of a line of text whose baseline starts at a point. */
  readonly pathOf: (text: string, size: number, at: Point) => string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The letter spacing, in em. Large letters are closer together than the typeface's default, as on the site. */
const TRACKING = -0.02;

/** @throws Error if the typeface does not have a character that is drawn */
export function loadTypeface(weight: 500 | 600): Typeface {
  // Not at the top of the file: Docusaurus runs this file in a function that has a `require`.
  const require = createRequire(import.meta.url);
  const files = {
    500: require.resolve("@fontsource/instrument-sans/files/instrument-sans-latin-500-normal.woff"),
    600: require.resolve("@fontsource/instrument-sans/files/instrument-sans-latin-600-normal.woff"),
  };
  const font = parse(new Uint8Array(readFileSync(files[weight])).buffer);
  return {
    widthOf: (text, size) => placed(font, text, size).width,
    pathOf: (text, size, { x, y }) =>
      placed(font, text, size)
        .glyphs.map(({ glyph, offset }) => dataOf(glyph.getPath(x + offset, y, size)))
        .join(""),
  };
}

interface Line {
  readonly width: number;
  readonly glyphs: readonly { readonly glyph: Glyph; readonly offset: number }[];
}

function placed(font: Font, text: string, size: number): Line {
  const scale = size / font.unitsPerEm;
  let width = 0;
  let previous: Glyph | undefined;
  const glyphs = Array.from(text, (character) => {
    const glyph = glyphOf(font, character, text);
    if (previous) width += font.getKerningValue(previous, glyph) * scale;
    const offset = width;
    width += (glyph.advanceWidth ?? 0) * scale + TRACKING * size;
    previous = glyph;
    return { glyph, offset };
  });
  return { width, glyphs };
}

function glyphOf(font: Font, character: string, text: string): Glyph {
  if (font.charToGlyphIndex(character) > 0) return font.charToGlyph(character);
  throw new Error(
    `The title "${text}" has a character that the font of social images does not have: ${character}`,
  );
}

/** The library's `toPathData` is not used, because it writes NaN for coordinates that are almost integers. */
function dataOf({ commands }: Path): string {
  return commands
    .map((command) => {
      const { type, ...coordinates } = command;
      const { x1, y1, x2, y2, x, y }: Partial<Record<string, number>> = coordinates;
      const points = [x1, y1, x2, y2, x, y].filter((each) => each !== undefined);
      return type + points.map((each) => each.toFixed(1)).join(" ");
    })
    .join("");
}

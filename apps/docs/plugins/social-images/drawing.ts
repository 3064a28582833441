import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadTypeface, type Typeface } from "./typeface.ts";

export const WIDTH = 1200;
export const HEIGHT = 630;

/** The text in the image of a page. */
export interface Caption {
  readonly title: string;
  /** The part of the site to which the page belongs. */
  readonly section: string;
}

/** The colours of src/css/tokens.css. */
const colors = {
  ground: "#f4f8f7",
  ink: "#0d1f22",
  inkSoft: "#44585b",
  accent: "#00646a",
  tint: "#e3efed",
};

const MARGIN = 80;
/** The maximum width of a title line. */
const MEASURE = 940;
/** The maximum height of the title lines, without the space between them. */
const MOST_HEIGHT = 220;
/** The font sizes of a title. The largest that fits is used. */
const sizes = [84, 72, 62, 52, 44];
const LEADING = 1.14;

const bold = loadTypeface(600);
const medium = loadTypeface(500);
const mark = markOf("../../static/img/mark.svg");

/** Returns the social image of a page as SVG. Letters are drawn as outlines. */
export function drawingOf({ title, section }: Caption): string {
  const { size, lines } = fitted(title, bold);
  // The section and the title are centred between the name at the top and the address at the bottom.
  const height = (lines.length - 1) * size * LEADING;
  const first = 352 - height / 2 + size * 0.28;
  const paths = lines.map((line, index) =>
    bold.pathOf(line, size, { x: MARGIN, y: first + index * size * LEADING }),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${colors.ground}"/>`,
    `<g transform="translate(720 10) scale(21)" stroke="${colors.tint}">${mark.lines}</g>`,
    `<g transform="translate(${MARGIN} 64) scale(1.75)" stroke="#fff">${mark.ground}${mark.lines}</g>`,
    shape(colors.ink, bold.pathOf("Sinkove", 38, { x: 154, y: 105 })),
    shape(colors.accent, medium.pathOf(section, 32, { x: MARGIN, y: first - size * 1.02 - 14 })),
    shape(colors.ink, paths.join("")),
    shape(colors.inkSoft, medium.pathOf("docs.sinkove.com", 28, { x: MARGIN, y: 562 })),
    "</svg>",
  ].join("");
}

function shape(color: string, path: string): string {
  return `<path fill="${color}" d="${path}"/>`;
}

/** Returns the largest size in which a title fits, and its lines. Cuts a title that does not fit in any size. */
export function fitted(
  title: string,
  typeface: Typeface,
): { readonly size: number; readonly lines: readonly string[] } {
  for (const size of sizes) {
    const lines = wrapped(title, (text) => typeface.widthOf(text, size));
    const isWithin = lines.every((line) => typeface.widthOf(line, size) <= MEASURE);
    if (isWithin && lines.length * size <= MOST_HEIGHT) return { size, lines };
  }
  const size = sizes.at(-1) ?? 0;
  return { size, lines: [cut(title, (text) => typeface.widthOf(text, size))] };
}

function wrapped(title: string, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const longer = [lines.at(-1), word].filter(Boolean).join(" ");
    if (lines.length > 0 && widthOf(longer) <= MEASURE) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function cut(title: string, widthOf: (text: string) => number): string {
  let length = title.length;
  while (widthOf(`${title.slice(0, length)}…`) > MEASURE) length--;
  return `${title.slice(0, length)}…`;
}

/** Returns the site's mark: its background, and its lines without a colour. */
function markOf(file: string): { readonly ground: string; readonly lines: string } {
  const svg = readFileSync(fileURLToPath(new URL(file, import.meta.url)), "utf8");
  const [ground = ""] = /<rect[^>]*>/.exec(svg) ?? [];
  const [lines = ""] = /<g[\s\S]*<\/g>/.exec(svg) ?? [];
  return { ground, lines: lines.replace(' stroke="#fff"', "") };
}

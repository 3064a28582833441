import type { PrismTheme } from "prism-react-renderer";

interface Palette {
  readonly plain: string;
  readonly comment: string;
  readonly keyword: string;
  readonly string: string;
  readonly callee: string;
  readonly constant: string;
}

/** Few colours, each at least 4.5 : 1 on the ground of code blocks. */
function themeOf(palette: Palette): PrismTheme {
  return {
    plain: { color: palette.plain },
    styles: [
      { types: ["comment", "prolog"], style: { color: palette.comment, fontStyle: "italic" } },
      { types: ["keyword", "operator", "builtin"], style: { color: palette.keyword } },
      { types: ["string", "template-string", "attr-value"], style: { color: palette.string } },
      { types: ["function", "class-name", "property"], style: { color: palette.callee } },
      {
        types: ["number", "boolean", "constant", "variable", "parameter"],
        style: { color: palette.constant },
      },
    ],
  };
}

export const light: PrismTheme = themeOf({
  plain: "#14292c",
  comment: "#566a6d",
  keyword: "#7b2d86",
  string: "#1c6434",
  callee: "#005b74",
  constant: "#8a4a00",
});

export const dark: PrismTheme = themeOf({
  plain: "#dce8e8",
  comment: "#8ea4a7",
  keyword: "#d3a7f0",
  string: "#94d8a8",
  callee: "#82cdf0",
  constant: "#f0b662",
});

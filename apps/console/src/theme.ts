import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineTheme,
} from "@mantine/core";

const petrol: MantineColorsTuple = [
  ...(["#eef7f7", "#d8ecec", "#b3dadb", "#8ac7c9", "#67b5b8", "#4aa3a7"] as const),
  ...(["#2d8b90", "#15737a", "#0d5c62", "#07464b"] as const),
];

/**
 * Mantine's greys, except the fifth, which is the outline of controls and needs a contrast of 3:1 (WCAG 2.2, 1.4.11).
 */
const gray: MantineColorsTuple = [
  ...(["#f8f9fa", "#f1f3f5", "#e9ecef", "#dee2e6", "#859297", "#adb5bd"] as const),
  ...(["#868e96", "#495057", "#343a40", "#212529"] as const),
];

/** Greys with a hint of petrol, like the surfaces of the light scheme. The fifth has the same purpose as above. */
const dark: MantineColorsTuple = [
  ...(["#d7e0e1", "#b4c0c2", "#97a5a8", "#7a898c", "#657477", "#323f42"] as const),
  ...(["#253033", "#1a2326", "#131b1d", "#0c1214"] as const),
];

/** The theme of the console. */
export const theme = createTheme({
  primaryColor: "petrol",
  primaryShade: 7,
  colors: { petrol, gray, dark },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  fontFamily: "var(--font-family)",
  fontFamilyMonospace:
    'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  components: {
    // Colour alone is not enough for a link within text (WCAG 2.2, 1.4.1).
    Anchor: { defaultProps: { underline: "always" } },
    // A dialog disappears at once: what it is about is gone by then, so it would fade out with other texts.
    Modal: {
      defaultProps: {
        transitionProps: { transition: "fade-down", duration: 200, exitDuration: 0 },
      },
    },
  },
  headings: {
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "1.625rem", lineHeight: "1.25" },
      h2: { fontSize: "1.125rem", lineHeight: "1.35" },
      h3: { fontSize: "1rem", lineHeight: "1.4" },
    },
  },
});

/** Overrides the shades of Mantine that have too little contrast for small text (WCAG 2.2, 1.4.3). */
export const cssVariables: CSSVariablesResolver = (theme) => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#55646a",
    "--mantine-color-placeholder": "#647277",
    "--mantine-color-error": "#c22a2a",
    "--mantine-color-anchor": "var(--mantine-color-petrol-7)",
    ...soft(theme, "0", (color) => `color-mix(in srgb, ${color(9)} 72%, black)`),
  },
  dark: {
    "--mantine-color-dimmed": "var(--mantine-color-dark-1)",
    "--mantine-color-placeholder": "var(--mantine-color-dark-2)",
    "--mantine-color-error": "#ff8f8f",
    "--mantine-color-anchor": "var(--mantine-color-petrol-3)",
    ...soft(theme, "mixed", (color) => color(2)),
  },
});

type ColorOf = (shade: number) => string;

/** Returns the colours of badges and alerts: a tint, and a text colour with enough contrast. */
function soft(
  theme: MantineTheme,
  tint: "0" | "mixed",
  text: (color: ColorOf) => string,
): Record<string, string> {
  const names = Object.keys(theme.colors).filter((name) => name !== "dark");
  return Object.fromEntries(
    names.flatMap((name) => {
      const color: ColorOf = (shade) => `var(--mantine-color-${name}-${shade})`;
      const mixed = `color-mix(in srgb, ${color(6)} 16%, var(--mantine-color-body))`;
      return [
        [`--mantine-color-${name}-light`, tint === "0" ? color(0) : mixed],
        [`--mantine-color-${name}-light-color`, text(color)],
      ];
    }),
  );
}

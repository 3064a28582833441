import type { Violation } from "@sinkove/contract";

/** UTF-8 cannot contain surrogates, so they can only come from an escape such as `\ud83d`. */
const SURROGATE_ESCAPE = /\\ud[89a-f]/i;

/** Matches lone surrogates only: with the `u` flag, a complete pair is one code point. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Finds the strings of a JSON body that contain half of a surrogate pair. No database stores such a string unchanged:
 * reading it would return another character.
 */
export function loneSurrogates(text: string, body: unknown): Violation[] {
  return SURROGATE_ESCAPE.test(text) ? violationsIn(body, "") : [];
}

function violationsIn(value: unknown, pointer: string): Violation[] {
  if (typeof value === "string") return LONE_SURROGATE.test(value) ? [violationAt(pointer)] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    LONE_SURROGATE.test(name)
      ? [violationAt(pointer)]
      : violationsIn(member, `${pointer}/${escaped(name)}`),
  );
}

function violationAt(pointer: string): Violation {
  const detail = "must be valid Unicode: a string or a name has half of a surrogate pair";
  return { pointer, detail, keyword: "unicode" };
}

/** A segment of a JSON Pointer (RFC 6901, section 3). */
function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

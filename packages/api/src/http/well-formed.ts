import type { Violation } from "@sinkove/contract";

/** Text in UTF-8 has no surrogates of its own: they can only come from an escape such as `\ud83d`. */
const SURROGATE_ESCAPE = /\\ud[89a-f]/i;

/** Matches code points: a whole pair is another one. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The strings of a JSON body with half of a surrogate pair. No database stores such a string as it is: another
 * character would come back.
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

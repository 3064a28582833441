import type { FindingKind, Severity, Side, Zone } from "./finding.ts";
import type { Separator } from "./lexicon.ts";

/** The side, zones and severity that a prompt gives a finding. */
export interface Attributes {
  side: Side | "bilateral" | null;
  zones: Zone[];
  severity: Severity | null;
}

/** A finding whose attributes the rest of the clause can still change. */
export type Draft = Attributes & { kind: FindingKind };

export function noAttributes(): Attributes {
  return { side: null, zones: [], severity: null };
}

/** The findings to which a word such as "absent" can apply: the last one, and those that *and* or *or* joins with it. */
export class FindingList {
  #items: { readonly draft: Draft; readonly separator: Separator | undefined }[] = [];
  #separator: Separator | undefined;
  #isAffirmed = false;

  add(draft: Draft): void {
    if (this.#isAffirmed) this.#items = [];
    this.#isAffirmed = false;
    this.#items.push({ draft, separator: this.#separator });
    this.#separator = undefined;
  }

  /** Reads "is" or "present": what follows is about the last finding, and the next finding starts a list. */
  affirm(): void {
    this.#items = this.#items.slice(-1);
    this.#isAffirmed = true;
  }

  separate(by: Separator): void {
    if (by === "with" || by === "but" || by === "stop") this.#items = [];
    this.#separator = by;
  }

  /** Removes and returns the list. As in "mass, nodule and effusion", commas join only what a later *and* joins. */
  take(): Draft[] {
    const taken: Draft[] = [];
    let isJoined = false;
    for (const { draft, separator } of this.#items.splice(0).reverse()) {
      taken.push(draft);
      isJoined ||= separator === "and" || separator === "or";
      if (!isJoined) break;
    }
    return taken.reverse();
  }
}

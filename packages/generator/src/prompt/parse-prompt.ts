import { UnsupportedPromptError } from "../unsupported-prompt-error.ts";
import { type Attributes, type Draft, FindingList, noAttributes } from "./draft.ts";
import type { FindingKind, RequestedFinding, Sex, View } from "./finding.ts";
import type { Meaning, Separator } from "./lexicon.ts";
import { type Phrase, readPhrases } from "./read-words.ts";

/** The maximum number of findings in a film. */
const MAX_FINDINGS = 8;

/** A parsed prompt. */
export interface ParsedPrompt {
  readonly findings: readonly RequestedFinding[];
  /** The findings that the prompt denies. */
  readonly absent: readonly FindingKind[];
  /** Whether the prompt says that the film is normal. */
  readonly isNormal: boolean;
  readonly view: View | null;
  readonly sex: Sex | null;
  /** The unknown words, each once, in the order of the prompt. They have no effect. */
  readonly notUnderstood: readonly string[];
}

/**
 * Parses a prompt into findings with the side, zone and severity that are next to them.
 *
 * @throws UnsupportedPromptError if the prompt asks for something that cannot be drawn
 */
export function parsePrompt(prompt: string): ParsedPrompt {
  const reader = new PromptReader(readPhrases(prompt));
  return reader.read();
}

/**
 * Reads the phrases in one pass from left to right. Attributes apply to the next finding in their clause. At the end of
 * the clause, remaining attributes apply to the previous finding, so both "left effusion" and "effusion on the left"
 * work. Negations do the same: "no effusion" and "effusion: none".
 */
class PromptReader {
  readonly #phrases: readonly Phrase[];
  readonly #findings: Draft[] = [];
  readonly #absent = new Set<FindingKind>();
  readonly #unknown = new Set<string>();
  #waiting: Attributes = noAttributes();
  #last: Draft | undefined;
  readonly #list = new FindingList();
  #clauseHasFinding = false;
  #clauseIsNormal = false;
  #isNegated = false;
  /** Whether the negation applies to the findings before it, unless a finding follows in its clause. */
  #deniesBackwards = false;
  #isNormal = false;
  #view: View | null = null;
  #sex: Sex | null = null;

  constructor(phrases: readonly Phrase[]) {
    this.#phrases = phrases;
  }

  read(): ParsedPrompt {
    for (const [index, phrase] of this.#phrases.entries()) this.#take(phrase, index);
    this.#endClause("stop", this.#phrases.length);
    return {
      findings: withoutRepeats(this.#findings),
      absent: [...this.#absent],
      isNormal: this.#isNormal,
      view: this.#view,
      sex: this.#sex,
      notUnderstood: [...this.#unknown],
    };
  }

  #take({ words, meaning }: Phrase, index: number): void {
    if (!meaning) {
      this.#unknown.add(words);
      return;
    }
    switch (meaning.type) {
      case "finding":
        this.#addFinding(meaning.kind);
        return;
      case "place":
        this.#addPlace(meaning);
        return;
      case "severity":
        this.#waiting.severity = meaning.severity;
        return;
      case "no":
        this.#closeClause(true);
        this.#isNegated = true;
        this.#deniesBackwards = endsClause(this.#phrases[index + 1]);
        return;
      case "absent":
        this.#isNegated = true;
        this.#deniesBackwards = true;
        if (this.#clauseHasFinding) this.#denyBackwards();
        return;
      case "present":
        this.#list.affirm();
        return;
      case "normal":
        this.#clauseIsNormal ||= !this.#isNegated;
        this.#isNormal ||= !this.#isNegated;
        return;
      case "view":
        this.#view = meaning.view;
        return;
      case "sex":
        this.#sex = meaning.sex;
        return;
      case "refused":
        this.#refuse(words, meaning.reason);
        return;
      case "filler":
        return;
      default:
        this.#endClause(meaning.type, index);
    }
  }

  #addFinding(kind: FindingKind): void {
    const draft = { kind, ...this.#waiting };
    this.#waiting = noAttributes();
    this.#clauseHasFinding = true;
    this.#last = draft;
    this.#deniesBackwards = false;
    if (this.#isNegated) {
      this.#absent.add(kind);
      return;
    }
    this.#findings.push(draft);
    this.#list.add(draft);
  }

  #addPlace({ side, zone }: Extract<Meaning, { type: "place" }>): void {
    const { side: before, zones } = this.#waiting;
    if (side) this.#waiting.side = bothOf(before, side);
    if (zone && !zones.includes(zone)) zones.push(zone);
  }

  #refuse(words: string, reason: string): void {
    if (this.#isNegated) return;
    const message = `The prompt asks for "${words}". ${reason} Remove these words from the prompt, or choose another model, and create the dataset again.`;
    throw new UnsupportedPromptError(message, words);
  }

  #endClause(type: Separator, index: number): void {
    this.#closeClause(type === "and" || type === "or" || type === "with");
    if (type === "comma") this.#isNegated &&= isNegatedList(this.#phrases, index);
    if (type === "with" || type === "but" || type === "stop") this.#isNegated = false;
    if (type === "stop") this.#last = undefined;
    this.#list.separate(type);
  }

  /** @param isJoined whether a clause without findings, such as "left" in "left and right effusion", belongs to the next */
  #closeClause(isJoined: boolean): void {
    if (this.#clauseIsNormal && !this.#clauseHasFinding) this.#waiting = noAttributes();
    if (this.#clauseHasFinding || !isJoined) {
      this.#attachBackwards();
      if (this.#deniesBackwards) this.#denyBackwards();
    }
    this.#clauseHasFinding = false;
    this.#clauseIsNormal = false;
  }

  #denyBackwards(): void {
    for (const draft of this.#list.take()) {
      this.#findings.splice(this.#findings.indexOf(draft), 1);
      this.#absent.add(draft.kind);
    }
    this.#isNegated = false;
    this.#deniesBackwards = false;
  }

  #attachBackwards(): void {
    const last = this.#last;
    if (!last) return;
    const { side, zones, severity } = this.#waiting;
    last.side = bothOf(last.side, side);
    last.zones = [...new Set([...last.zones, ...zones])];
    last.severity ??= severity;
    this.#waiting = noAttributes();
  }
}

function endsClause(phrase: Phrase | undefined): boolean {
  const type = phrase?.meaning?.type;
  return phrase === undefined || type === "comma" || type === "stop" || type === "but";
}

function bothOf(before: Attributes["side"], after: Attributes["side"]): Attributes["side"] {
  if (before === null || after === null || before === after) return before ?? after;
  return "bilateral";
}

/** Whether a negation continues after a comma: "no effusion, pneumothorax or mass" denies all three findings. */
function isNegatedList(phrases: readonly Phrase[], comma: number): boolean {
  for (const { meaning } of phrases.slice(comma + 1)) {
    if (meaning?.type === "or") return true;
    if (meaning?.type === "stop" || meaning?.type === "but" || meaning?.type === "no") return false;
  }
  return false;
}

/** Removes repeated findings. All cardiomegalies count as one; other findings only if all properties are equal. */
function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const findings = new Map<string, Draft>();
  for (const draft of drafts) {
    const isHeart = draft.kind === "cardiomegaly";
    const one = isHeart ? { ...draft, side: null, zones: [] } : draft;
    const key = isHeart ? draft.kind : JSON.stringify(one);
    const before = findings.get(key);
    findings.set(key, before?.severity ? before : one);
  }
  if (findings.size <= MAX_FINDINGS) return [...findings.values()];
  const message = `The prompt asks for ${findings.size} findings in one film; ${MAX_FINDINGS} can be drawn. Name fewer, and create the dataset again.`;
  throw new UnsupportedPromptError(message, drafts.map(({ kind }) => kind).join(", "));
}

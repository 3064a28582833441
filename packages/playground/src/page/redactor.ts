/** Hides a text wherever it comes up, also where it comes in two pieces. */
export class Redactor {
  readonly #secret: string;
  #held = "";

  /** @param secret undefined where there is nothing to hide */
  constructor(secret: string | undefined) {
    this.#secret = secret ?? "";
  }

  /** What can be shown of the output so far; a beginning of the secret is held back. */
  push(text: string): string {
    if (this.#secret === "") return text;
    const whole = (this.#held + text).replaceAll(this.#secret, "[your key]");
    const kept = this.#beginning(whole);
    this.#held = whole.slice(whole.length - kept);
    return whole.slice(0, whole.length - kept);
  }

  /** The rest, at the end. */
  end(): string {
    const rest = this.#held;
    this.#held = "";
    return rest;
  }

  #beginning(text: string): number {
    for (let length = Math.min(this.#secret.length - 1, text.length); length > 0; length--) {
      if (this.#secret.startsWith(text.slice(text.length - length))) return length;
    }
    return 0;
  }
}

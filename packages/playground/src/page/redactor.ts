/** Redacts a secret in output, even if the secret is split over several pieces. */
export class Redactor {
  readonly #secret: string;
  #held = "";

  /** @param secret undefined if there is nothing to redact */
  constructor(secret: string | undefined) {
    this.#secret = secret ?? "";
  }

  /** Returns the output that can be shown so far. Holds back text that may be the beginning of the secret. */
  push(text: string): string {
    if (this.#secret === "") return text;
    const whole = (this.#held + text).replaceAll(this.#secret, "[your key]");
    const kept = this.#beginning(whole);
    this.#held = whole.slice(whole.length - kept);
    return whole.slice(0, whole.length - kept);
  }

  /** Returns the text that was held back, at the end of the output. */
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

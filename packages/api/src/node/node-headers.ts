import type { IncomingHttpHeaders } from "node:http";

/** Headers of a request under their lower-case names, as Node has them. */
export class NodeHeaders implements Pick<Headers, "get"> {
  readonly #all: IncomingHttpHeaders;

  constructor(all: IncomingHttpHeaders) {
    this.#all = all;
  }

  get(name: string): string | null {
    const value = this.#all[name.toLowerCase()];
    return typeof value === "string" ? value : null;
  }

  /** Each as one text. */
  entries(): [name: string, value: string][] {
    return Object.entries(this.#all).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === "string" ? value : value.join(", ")]],
    );
  }
}

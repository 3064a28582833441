const texts = new WeakMap<Response, string>();

/**
 * Makes `Response` remember the text that it is made of. To read the body of a response costs a stream and several
 * turns of the event loop, many times what it takes to judge it; to remember it costs nothing. For a process that is
 * the mock server's own.
 */
export function rememberTexts(): void {
  const Original = globalThis.Response;
  globalThis.Response = class extends Original {
    constructor(body?: BodyInit | null, init?: ResponseInit) {
      super(body, init);
      if (typeof body === "string") texts.set(this, body);
    }
  };
}

/** The text that a response was made of, where it is known without reading its body. */
export function knownText(response: Response): string | undefined {
  return texts.get(response);
}

/** Options of {@link createLineBuffer}. */
export interface LineBufferOptions {
  readonly write: (text: string) => void;
  /** Calls back after a moment. */
  readonly later: (callback: () => void) => void;
}

/** Lines that wait to be written together: to write each by itself costs as much as to answer a request. */
export interface LineBuffer {
  readonly add: (line: string) => void;
  /** Writes what waits; before the process ends, and for lines that may be the last. */
  readonly flush: () => void;
}

/** Characters that do not wait. */
const MOST = 16 * 1024;

export function createLineBuffer({ write, later }: LineBufferOptions): LineBuffer {
  let waiting = "";
  const flush = (): void => {
    const text = waiting;
    waiting = "";
    if (text !== "") write(text);
  };
  return {
    flush,
    add(line) {
      if (waiting === "") later(flush);
      waiting += line;
      if (waiting.length >= MOST) flush();
    },
  };
}

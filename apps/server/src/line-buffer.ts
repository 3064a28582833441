/** Options of {@link createLineBuffer}. */
export interface LineBufferOptions {
  readonly write: (text: string) => void;
  /** Calls back after a short delay. */
  readonly later: (callback: () => void) => void;
}

/** Buffers log lines to write them together: writing each by itself takes as long as answering a request. */
export interface LineBuffer {
  readonly add: (line: string) => void;
  /** Writes the buffered lines. Call it before the process ends, and after lines that may be the last. */
  readonly flush: () => void;
}

/** The number of buffered characters that triggers writing. */
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

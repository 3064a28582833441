import { redact } from "@sinkove/api-key";

/** From the least to the most verbose level. */
export const LOG_LEVELS = ["silent", "error", "warn", "info"] as const;
/** The level of a log: lines up to this level are written. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The members of a line besides time, level and message. */
export type LogMembers = Readonly<Record<string, string | number | undefined>>;

/** A line without its time. */
export interface LogLine {
  readonly level: Exclude<LogLevel, "silent">;
  readonly message: string;
}

/** Writes lines of JSON. */
export interface Log {
  /** Writes all members of the line. */
  write(line: LogLine): void;
  info(message: string, members?: LogMembers): void;
  warn(message: string, members?: LogMembers): void;
  error(message: string, members?: LogMembers): void;
}

/** Options of {@link createLog}. */
export interface LogOptions {
  readonly level: LogLevel;
  /** Writes a line, which includes its line break. */
  readonly write: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** A log that redacts everything that looks like an API key, in any member. */
export function createLog({ level, write, clock }: LogOptions): Log {
  const most = LOG_LEVELS.indexOf(level);
  const timestamp = createTimestamp(clock);
  const writeLine = (line: LogLine): void => {
    if (LOG_LEVELS.indexOf(line.level) > most) return;
    // Inserts the time into the text: copying the members to another object would take longer than writing them.
    write(`{"time":"${timestamp()}",${withoutKeys(line).slice(1)}\n`);
  };
  const logAt = (level: LogLine["level"]) => (message: string, members?: LogMembers) =>
    writeLine({ level, message, ...members });
  return { write: writeLine, info: logAt("info"), warn: logAt("warn"), error: logAt("error") };
}

/** Caches the text of a time, which the lines of one millisecond share. */
function createTimestamp(clock: () => number): () => string {
  let [moment, text] = [Number.NaN, ""];
  return () => {
    const now = clock();
    if (now !== moment) [moment, text] = [now, new Date(now).toISOString()];
    return text;
  };
}

/** A key, or a part of one, contains one of these. Searching for them first is fast. */
const KEY_WORD = /sinkove|live|test/i;

function withoutKeys(line: object): string {
  const text = JSON.stringify(line);
  return KEY_WORD.test(text) ? JSON.stringify(line, hidden) : text;
}

/** The prefix of a key that may be shown to recognise it. */
const KEY_PREFIX = /^sinkove_(?:live|test)_[0-9A-Za-z]{4}$/;

function hidden(name: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  return name === "keyPrefix" && KEY_PREFIX.test(value) ? value : redact(value);
}

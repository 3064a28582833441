import { redact } from "@sinkove/api-key";

/** From the fewest lines to the most. */
export const LOG_LEVELS = ["silent", "error", "warn", "info"] as const;
/** What is written: everything up to this level. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What a line says besides its time, level and message. */
export type LogMembers = Readonly<Record<string, string | number | undefined>>;

/** A line without its time. */
export interface LogLine {
  readonly level: Exclude<LogLevel, "silent">;
  readonly message: string;
}

/** Writes lines of JSON. */
export interface Log {
  /** Writes every member that the line has. */
  write(line: LogLine): void;
  info(message: string, members?: LogMembers): void;
  warn(message: string, members?: LogMembers): void;
  error(message: string, members?: LogMembers): void;
}

/** Options of {@link createLog}. */
export interface LogOptions {
  readonly level: LogLevel;
  /** Takes a line with its line break. */
  readonly write: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** A log without API keys: whatever looks like one is hidden, in whichever member it stands. */
export function createLog({ level, write, clock }: LogOptions): Log {
  const most = LOG_LEVELS.indexOf(level);
  const timestamp = createTimestamp(clock);
  const writeLine = (line: LogLine): void => {
    if (LOG_LEVELS.indexOf(line.level) > most) return;
    // Its members follow the time: to copy them into another object takes longer than to write them.
    write(`{"time":"${timestamp()}",${withoutKeys(line).slice(1)}\n`);
  };
  const logAt = (level: LogLine["level"]) => (message: string, members?: LogMembers) =>
    writeLine({ level, message, ...members });
  return { write: writeLine, info: logAt("info"), warn: logAt("warn"), error: logAt("error") };
}

/** The lines of one millisecond share its text. */
function createTimestamp(clock: () => number): () => string {
  let [moment, text] = [Number.NaN, ""];
  return () => {
    const now = clock();
    if (now !== moment) [moment, text] = [now, new Date(now).toISOString()];
    return text;
  };
}

/** What a key, or a piece of one, has at least one of: to look for it alone is quick. */
const KEY_WORD = /sinkove|live|test/i;

function withoutKeys(line: object): string {
  const text = JSON.stringify(line);
  return KEY_WORD.test(text) ? JSON.stringify(line, hidden) : text;
}

/** As much of a key as is shown to recognise it by. */
const KEY_PREFIX = /^sinkove_(?:live|test)_[0-9A-Za-z]{4}$/;

function hidden(name: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  return name === "keyPrefix" && KEY_PREFIX.test(value) ? value : redact(value);
}

import { commands } from "./commands.ts";
import { type Expander, ExpansionError, expandText, expandWords } from "./expand.ts";
import {
  type CommandContext,
  createSink,
  LoopSignal,
  ShellExit,
  type ShellHost,
  type ShellState,
  type Streams,
  subshellOf,
  textOf,
} from "./machine.ts";
import { parse } from "./parse.ts";
import { openRedirects } from "./redirect.ts";
import { type Command, type Pipeline, type Script, ShellSyntaxError, type Step } from "./syntax.ts";

type SimpleCommand = Extract<Command, { kind: "simple" }>;

/** The environment of a command. */
interface Scope extends Streams {
  readonly host: ShellHost;
  readonly shell: ShellState;
  /** Whether the exit status is tested, as in a condition. Then `set -e` does not end the script. */
  readonly isTested: boolean;
}

/** Options of {@link runShell}. */
export interface ShellOptions extends Omit<Streams, "stdin"> {
  readonly host: ShellHost;
  readonly environment: Readonly<Record<string, string>>;
}

/** The result of a script. */
export interface ShellResult {
  readonly status: number;
  /** The exported variables at the end of the script. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Runs a script like bash. Reports unsupported syntax before it runs anything. */
export async function runShell(text: string, options: ShellOptions): Promise<ShellResult> {
  const { host, environment, out, err } = options;
  const shell: ShellState = {
    variables: new Map(Object.entries(environment)),
    exported: new Set(Object.keys(environment)),
    options: new Set(),
    status: 0,
  };
  const stdin = new Uint8Array();
  const status = await statusOf(() => {
    const script = parse(text);
    return runScript(script, { host, shell, stdin, out, err, isTested: false });
  }, err);
  return { status, environment: exportedOf(shell) };
}

function exportedOf({ variables, exported }: ShellState): Record<string, string> {
  return Object.fromEntries([...variables].filter(([name]) => exported.has(name)));
}

async function statusOf(run: () => Promise<number>, err: Streams["err"]): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ShellExit) return error.status;
    if (error instanceof ShellSyntaxError) {
      err(`line ${error.line}: ${error.message}\n`);
      return 2;
    }
    if (error instanceof ExpansionError) {
      err(`bash: ${error.message}\n`);
      return 1;
    }
    if (error instanceof LoopSignal) return 0;
    throw error;
  }
}

async function runScript(script: Script, scope: Scope): Promise<number> {
  for (const [index, step] of script.entries()) {
    const { shell } = scope;
    if (step.after === "&&" && shell.status !== 0) continue;
    if (step.after === "||" && shell.status === 0) continue;
    const next = script[index + 1]?.after ?? ";";
    const isTested = scope.isTested || next !== ";";
    shell.status = await runStep(step, { ...scope, isTested });
    const isFatal = shell.status !== 0 && !isTested && !step.pipeline.negated;
    if (isFatal && shell.options.has("errexit")) throw new ShellExit(shell.status);
  }
  return scope.shell.status;
}

async function runStep({ pipeline }: Step, scope: Scope): Promise<number> {
  const isTested = scope.isTested || pipeline.negated;
  const status = await runPipeline(pipeline, { ...scope, isTested });
  if (!pipeline.negated) return status;
  return status === 0 ? 1 : 0;
}

async function runPipeline({ commands: parts }: Pipeline, scope: Scope): Promise<number> {
  const [only, ...others] = parts;
  if (only && others.length === 0) return runCommand(only, scope);
  const statuses: number[] = [];
  let { stdin } = scope;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const sink = createSink();
    const shell = subshellOf(scope.shell);
    const piped = { ...scope, shell, stdin, out: isLast ? scope.out : sink.write };
    statuses.push(await statusOf(() => runCommand(part, piped), scope.err));
    stdin = sink.bytes();
  }
  const failed = statuses.findLast((status) => status !== 0);
  const last = statuses.at(-1) ?? 0;
  return scope.shell.options.has("pipefail") ? (failed ?? 0) : last;
}

async function runCommand(command: Command, scope: Scope): Promise<number> {
  switch (command.kind) {
    case "simple":
      return runSimple(command, scope);
    case "group":
      return runScript(command.body, scope);
    case "if":
      return runIf(command, scope);
    case "for":
      return runFor(command, scope);
    case "while":
      return runWhile(command, scope);
  }
}

async function runIf(
  { branches, otherwise }: Extract<Command, { kind: "if" }>,
  scope: Scope,
): Promise<number> {
  for (const { condition, body } of branches) {
    const isMet = (await runScript(condition, { ...scope, isTested: true })) === 0;
    if (isMet) return runScript(body, scope);
  }
  scope.shell.status = 0;
  return otherwise ? runScript(otherwise, scope) : 0;
}

async function runFor(
  { name, words, body }: Extract<Command, { kind: "for" }>,
  scope: Scope,
): Promise<number> {
  const values: string[] = [];
  for (const word of words) values.push(...(await expandWords(word, expanderOf(scope))));
  let status = 0;
  for (const value of values) {
    scope.shell.variables.set(name, value);
    const signal = await runLoopBody(body, scope);
    if (signal === "break") break;
    status = scope.shell.status;
  }
  return status;
}

async function runWhile(
  { until, condition, body }: Extract<Command, { kind: "while" }>,
  scope: Scope,
): Promise<number> {
  let status = 0;
  for (;;) {
    const met = (await runScript(condition, { ...scope, isTested: true })) === 0;
    if (met === until) return status;
    if ((await runLoopBody(body, scope)) === "break") return 0;
    status = scope.shell.status;
    // Yield, so that the worker can receive messages during a loop of built-in commands.
    await scope.host.sleep(0);
  }
}

async function runLoopBody(body: Script, scope: Scope): Promise<LoopSignal["kind"] | undefined> {
  try {
    await runScript(body, scope);
    return undefined;
  } catch (error) {
    if (error instanceof LoopSignal) return error.kind;
    throw error;
  }
}

function expanderOf(scope: Scope): Expander {
  const { shell } = scope;
  return {
    shell,
    async substitute(script) {
      const sink = createSink();
      const inner = subshellOf(shell);
      // As in bash, `set -e` does not apply inside a substitution. Its status becomes the status of the command.
      inner.options.delete("errexit");
      shell.status = await statusOf(
        () => runScript(script, { ...scope, shell: inner, out: sink.write }),
        scope.err,
      );
      return textOf(sink.bytes());
    },
  };
}

async function runSimple(command: SimpleCommand, scope: Scope): Promise<number> {
  const expander = expanderOf(scope);
  const words: string[] = [];
  for (const word of command.words) words.push(...(await expandWords(word, expander)));
  const [name, ...args] = words;
  if (name === undefined) return assignAll(command, scope);
  const opened = await openRedirects(command.redirects, { ...scope, expander });
  const shell = command.assignments.length > 0 ? subshellOf(scope.shell) : scope.shell;
  await assign(command, { expander, shell, isExported: true });
  const context: CommandContext = { ...opened.streams, name, args, host: scope.host, shell };
  try {
    return await (commands[name] ?? notFound)(context);
  } finally {
    opened.close();
  }
}

async function assignAll(command: SimpleCommand, scope: Scope): Promise<number> {
  const { shell } = scope;
  shell.status = 0;
  await assign(command, { expander: expanderOf(scope), shell, isExported: false });
  const opened = await openRedirects(command.redirects, { ...scope, expander: expanderOf(scope) });
  opened.close();
  return shell.status;
}

/** The target of assignments. */
interface Assigning {
  readonly expander: Expander;
  readonly shell: ShellState;
  readonly isExported: boolean;
}

async function assign({ assignments }: SimpleCommand, to: Assigning): Promise<void> {
  for (const { name, value } of assignments) {
    to.shell.variables.set(name, await expandText(value, to.expander));
    if (to.isExported || to.shell.options.has("allexport")) to.shell.exported.add(name);
  }
}

function notFound({ name, err }: CommandContext): number {
  const known = Object.keys(commands).sort().join(", ");
  err(`bash: ${name}: this command is not available in this page. Available commands: ${known}.\n`);
  return 127;
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createDatabase } from "@sinkove/temporary-postgres";
import { expect, vi } from "vitest";

/** The server, which contains the built console. Started by its path, because a dependency would be circular. */
const SERVER = fileURLToPath(
  new URL("../../../../apps/server/bin/sinkove-server.js", import.meta.url),
);

export type DatabaseKind = "sqlite" | "postgres";

/** A server that was started for the first time in an empty folder. */
export interface Server {
  readonly url: string;
  /** The printed link for the first person. */
  readonly welcomeLink: string;
  /** Returns its log. */
  readonly log: () => string;
  /** Waits until a person has `count` emails with a link to a page of the console. Returns the latest link. */
  readonly linkMailedTo: (email: string, page: string, count?: number) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a server without workers, because these tests need no datasets.
 *
 * @param environment more variables for the server
 */
export async function startServer(
  kind: DatabaseKind,
  environment: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "sinkove-journey-"));
  const database = kind === "postgres" ? await createDatabase() : undefined;
  const child = spawn(process.execPath, [SERVER], {
    cwd: folder,
    env: {
      PATH: process.env.PATH ?? "",
      PORT: "0",
      SINKOVE_WORKERS: "0",
      ...(database && { DATABASE_URL: database.url }),
      ...environment,
    },
  });
  const output = gather(child);
  const closed = once(child, "close");
  const stop = async (): Promise<void> => {
    child.kill();
    await closed;
    await database?.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { url } = JSON.parse(await lineWith('"listening"', child, output));
    await vi.waitFor(() => expect(output.stderr).toContain("#token="), { timeout: 30_000 });
    const mails = join(folder, kind === "sqlite" ? "sinkove.db.mail" : "sinkove.mail");
    return {
      url,
      welcomeLink: /http\S+#token=\S+/.exec(output.stderr)?.[0] ?? "",
      log: () => output.stdout,
      linkMailedTo: (email, page, count = 1) => linkIn(mails, email, page, count),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Output {
  stdout: string;
  stderr: string;
}

function gather(child: ChildProcess): Output {
  const output = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output.stderr += chunk;
  });
  return output;
}

function lineWith(text: string, child: ChildProcess, output: Output): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", () => {
      const line = output.stdout.split("\n").find((each) => each.includes(text));
      if (line) resolve(line);
    });
    child.once("close", () => reject(new Error(`The server ended: ${output.stderr}`)));
  });
}

async function linkIn(folder: string, email: string, page: string, count: number): Promise<string> {
  const find = (): readonly string[] => {
    const files = existsSync(folder) ? readdirSync(folder).sort() : [];
    return (
      files
        // The name of a mail that is still being written begins with a dot.
        .filter((file) => !file.startsWith("."))
        .map((file) => readFileSync(join(folder, file), "utf8"))
        .filter((text) => text.includes(`To: ${email}\n`) && text.includes(page))
        .flatMap((text) => /http\S+#token=\S+/.exec(text)?.[0] ?? [])
    );
  };
  await expect.poll(() => find().length).toBeGreaterThanOrEqual(count);
  return find().at(-1) ?? "";
}

import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf, StartError } from "./start-error.ts";
import { syncFolder } from "./sync-folder.ts";

const SHORTEST = 32;

/**
 * Reads or creates the secret that signs download URLs: 256 random bits in a file that only its owner can read.
 *
 * @throws StartError if the file cannot be used
 */
export async function readSigningSecret(file: string): Promise<string> {
  try {
    return readSecret(file) ?? (await makeSecret(file));
  } catch (error) {
    if (error instanceof StartError) throw error;
    const message = `The file ${file}, which keeps the signing secret, cannot be used (${codeOf(error)}). Make it readable and its folder writable, or set SINKOVE_SECRET.`;
    throw new StartError(message, { cause: error });
  }
}

function readSecret(file: string): string | undefined {
  let secret: string;
  try {
    secret = readFileSync(file, "utf8").trim();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
  if (secret.length >= SHORTEST) return secret;
  const message = `The file ${file} holds no signing secret of at least ${SHORTEST} characters. Restore it, or delete it: URLs that were signed with it stop working then.`;
  throw new StartError(message);
}

/** Writes the secret under another name first, so that readers never see a part of it, and only one of two writers wins. */
async function makeSecret(file: string): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, {
    mode: 0o600,
    flag: "wx",
    flush: true,
  });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
  await syncFolder(dirname(file));
  return readSecret(file) ?? makeSecret(file);
}

import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf, StartError } from "./start-error.ts";
import { syncFolder } from "./sync-folder.ts";

const SHORTEST = 32;

/** The first signs, all verify. */
export type SigningSecrets = readonly [newest: string, ...former: string[]];

/**
 * Reads secrets with commas or white space between them.
 *
 * @returns undefined if one of them is too short
 */
export function parseSigningSecrets(text: string): SigningSecrets | undefined {
  const [newest, ...former] = text.split(/[\s,]+/).filter((part) => part !== "");
  if (newest === undefined) return undefined;
  const secrets: SigningSecrets = [newest, ...former];
  return secrets.every(({ length }) => length >= SHORTEST) ? secrets : undefined;
}

/**
 * Reads or creates the secret that signs download URLs: 256 random bits in a file that only its owner can read.
 *
 * @throws StartError if the file cannot be used
 */
export async function readSigningSecret(file: string): Promise<SigningSecrets> {
  try {
    return readSecret(file) ?? (await makeSecret(file));
  } catch (error) {
    if (error instanceof StartError) throw error;
    const message = `The file ${file}, which keeps the signing secret, cannot be used (${codeOf(error)}). Make it readable and its folder writable, or set SINKOVE_SECRET.`;
    throw new StartError(message, { cause: error });
  }
}

function readSecret(file: string): SigningSecrets | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
  const secrets = parseSigningSecrets(text);
  if (secrets) return secrets;
  const message = `The file ${file} holds no signing secret of at least ${SHORTEST} characters. Restore it, or delete it: URLs that were signed with it stop working then.`;
  throw new StartError(message);
}

/** Writes the secret under another name first, so that readers never see a part of it, and one of two writers wins. */
async function makeSecret(file: string): Promise<SigningSecrets> {
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

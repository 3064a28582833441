import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPackage } from "@sinkove/local-registry";

const ROOT = join(import.meta.dirname, "..");

/** A user's folder with the packed package. */
export interface UserProject {
  readonly folder: string;
  readonly tarball: string;
  readonly remove: () => Promise<void>;
}

/** Packs the built package into an empty folder. */
export async function createUserProject(): Promise<UserProject> {
  const folder = await mkdtemp(join(tmpdir(), "sinkove-mock-user-"));
  const tarball = await packPackage(ROOT, folder);
  return { folder, tarball, remove: () => rm(folder, { recursive: true, force: true }) };
}

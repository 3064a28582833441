import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Copies the files that git tracks, and links the installed packages of the original. */
export function copyRepository(target: string): void {
  const { stdout } = spawnSync("git", ["ls-files", "-z", "-co", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  for (const file of stdout.split("\0").filter((name) => name && existsSync(join(root, name)))) {
    mkdirSync(join(target, dirname(file)), { recursive: true });
    cpSync(join(root, file), join(target, file));
  }
  linkPackages(target);
}

/** Links packages of the repository to the copy, and all others to the original's node_modules. */
function linkPackages(target: string): void {
  const modules = join(target, "node_modules");
  mkdirSync(join(modules, "@sinkove"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name !== "@sinkove" && name !== ".cache")
      symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
  for (const name of readdirSync(join(root, "node_modules/@sinkove"))) {
    const own = realpathSync(join(root, "node_modules/@sinkove", name)).slice(
      realpathSync(root).length,
    );
    symlinkSync(join(target, own), join(modules, "@sinkove", name));
  }
  for (const folder of ["openapi", "packages", "apps", "examples", "benchmarks"].flatMap(
    workspacesIn,
  )) {
    const nested = join(root, folder, "node_modules");
    if (existsSync(nested)) symlinkSync(nested, join(target, folder, "node_modules"));
  }
}

function workspacesIn(folder: string): string[] {
  if (existsSync(join(root, folder, "package.json"))) return [folder];
  return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
}

/** Makes the copy a git repository, because `changeset version` looks up the commit of each changeset. */
export function commitEverything(folder: string): void {
  const author = ["-c", "user.name=Copy", "-c", "user.email=copy@localhost"];
  for (const args of [
    ["init", "--quiet"],
    ["add", "--all"],
    [...author, "commit", "--quiet", "--no-verify", "--no-gpg-sign", "--message", "Copy"],
  ]) {
    const { status, stderr } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
    if (status !== 0) throw new Error(`git ${args.join(" ")} failed in the copy.\n${stderr}`);
  }
}

// Runs the image and the other installations as far as that works without a container engine: their commands as
// processes.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { readConfiguration } from "../src/configuration.ts";
import { openPostgres } from "./postgres.ts";
import { freePort, startS3 } from "./s3-server.ts";
import { createFolder } from "./server-process.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });
const run = promisify(execFile);
const SERVER = join(import.meta.dirname, "..");
const ROOT = join(SERVER, "../..");
const read = (name: string): string => readFileSync(join(SERVER, name), "utf8");
const dockerfile = read("Dockerfile");

/** Returns the last instruction with a name, which applies to the final image. */
const instruction = (name: string): string =>
  [...dockerfile.matchAll(new RegExp(`^${name} (.*)$`, "gm"))].at(-1)?.[1] ?? "";

interface Manifest {
  readonly workspaces?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: unknown;
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** Gathers the packages of the image. Other people's packages are taken from this installation. */
async function gather(): Promise<string> {
  const folder = join(home, "service");
  const [, script = ""] = /^RUN node (\S+gather\.ts) \/service$/m.exec(dockerfile) ?? [];
  await run(process.execPath, [join(ROOT, script), folder]);
  for (const workspace of manifestIn(folder).workspaces ?? []) {
    for (const name of Object.keys(manifestIn(join(folder, workspace)).dependencies ?? {})) {
      const link = join(folder, "node_modules", name);
      if (existsSync(link)) continue;
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(targetOf(folder, workspace, name), link);
    }
  }
  return folder;
}

function targetOf(folder: string, workspace: string, name: string): string {
  const own = name.replace("@sinkove/", "");
  const place = ["apps", "packages"].map((part) => join(folder, part, own)).find(existsSync);
  if (name.startsWith("@sinkove/") && place) return place;
  const nested = join(ROOT, workspace, "node_modules", name);
  return existsSync(nested) ? nested : join(ROOT, "node_modules", name);
}

let home: string;
let service: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "sinkove-image-"));
  service = await gather();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Starts the image's program in a folder, with additional variables and arguments. */
async function start(folder: string, variables: Record<string, string>, args: string[] = []) {
  const [program = "", main = ""] = JSON.parse(instruction("ENTRYPOINT"));
  const path = main.replace("/service", service);
  const own = Object.fromEntries(
    instruction("ENV")
      .split(" ")
      .map((each) => each.split("=")),
  );
  const env = { PATH: process.env.PATH, ...own, HOST: "127.0.0.1", ...variables };
  const child = spawn(program, [path, ...args], { cwd: folder, env });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const word = args.length === 0 ? "listening" : "working";
  await expect.poll(() => output, { timeout: 60_000 }).toContain(`"${word}"`);
  return {
    output: () => output,
    async stop() {
      child.kill("SIGTERM");
      return once(child, "exit");
    },
  };
}

/** Runs the health check as an engine does. */
async function isHealthy(PORT: string): Promise<boolean> {
  const [, command = ""] = /CMD (.*)$/.exec(instruction("HEALTHCHECK")) ?? [];
  const env = { PATH: process.env.PATH ?? "", PORT };
  return run("sh", ["-c", command], { env }).then(
    () => true,
    () => false,
  );
}

describe("the image", () => {
  test("has the server and nothing that only builds or tests it", () => {
    const workspaces = manifestIn(service).workspaces ?? [];
    expect(workspaces).toContain("apps/server");
    for (const workspace of workspaces) {
      expect(manifestIn(join(service, workspace)).devDependencies).toBeUndefined();
      const parts = readdirSync(join(service, workspace));
      expect(parts.filter((part) => !["bin", "dist", "package.json"].includes(part))).toEqual([]);
    }
  });

  test("does not run as root", () => {
    expect(instruction("USER")).toBe("1000:1000");
  });

  test("starts, is healthy, writes to its volume only, and stops", async () => {
    const [folder, port] = [createFolder(), `${await freePort()}`];
    const before = readdirSync(service, { recursive: true }).length;
    expect(await isHealthy(port)).toBe(false);
    const server = await start(folder, { PORT: port, SINKOVE_WORKERS: "1" });
    expect(await isHealthy(port)).toBe(true);
    const console = await fetch(`http://127.0.0.1:${port}/console`);
    expect(await console.text()).toContain("<html");
    expect(await server.stop()).toEqual([0, null]);
    expect(readdirSync(folder)).toContain("sinkove.db");
    expect(readdirSync(service, { recursive: true })).toHaveLength(before);
  });
});

interface Compose {
  readonly services: Readonly<Record<string, ComposeService>>;
}

interface ComposeService {
  readonly image: string;
  readonly command?: string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
}

const FAKE = "fake-secret-of-more-than-32-characters";

describe("compose.yaml", async () => {
  const { parse } = await import("yaml");
  const { services }: Compose = parse(read("compose.yaml"), { merge: true });
  const own = Object.entries(services).filter(([, { image }]) => image === "sinkove-server");

  /** Returns the variables that the engine passes, with replacements for this machine. */
  const environmentOf = (name: string, elsewhere: Record<string, string>) => {
    const given = Object.entries(services[name]?.environment ?? {});
    const filled = given.map(([key, value]) => [key, value.replace(/\$\{\w+:\?[^}]*\}/, FAKE)]);
    return { ...Object.fromEntries(filled), ...elsewhere };
  };

  test("gives each of our containers minimal rights, and variables that the server takes", () => {
    expect(own.map(([name]) => name)).toEqual(["server-1", "server-2", "worker"]);
    for (const [name, container] of own) {
      expect(container).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
      expect(readConfiguration(environmentOf(name, {}))).toMatchObject({
        database: { kind: "postgres" },
        archives: { kind: "s3", bucket: "archives" },
        mail: { kind: "smtp" },
        workers: name === "worker" ? 2 : 0,
      });
    }
  });

  test("starts two servers and a worker that write no file, and make a dataset", async () => {
    const { url } = await openPostgres();
    const s3 = await startS3();
    const { AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY: secretAccessKey = "" } = s3;
    const client = new S3Client({
      forcePathStyle: true,
      endpoint: s3.AWS_ENDPOINT_URL_S3 ?? "",
      region: "us-east-1",
      credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey },
    });
    await client.send(new CreateBucketCommand({ Bucket: "archives" }));
    const folder = createFolder();
    const ports = [`${await freePort()}`, `${await freePort()}`];
    const elsewhere = { ...s3, AWS_REGION: "us-east-1", DATABASE_URL: url };
    const servers = await Promise.all(
      ports.map((PORT, index) =>
        start(folder, environmentOf(`server-${index + 1}`, { ...elsewhere, PORT })),
      ),
    );
    const worker = await start(
      folder,
      environmentOf("worker", elsewhere),
      services.worker?.command,
    );
    const said = servers.map((server) => server.output()).join("");
    const key = /sinkove_live_\w{38}/.exec(said)?.[0];
    const call = async (port: string | undefined, path: string, body?: object) => {
      const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
      const init = body ? { method: "POST", headers, body: JSON.stringify(body) } : { headers };
      return (await fetch(`http://127.0.0.1:${port}${path}`, init)).json();
    };
    const [model] = await call(ports[0], "/models");
    const order = { modelId: model.id, numSamples: 1, args: { prompt: "x" } };
    const { id } = await call(ports[0], "/datasets", order);
    const state = async () => (await call(ports[1], `/datasets/${id}`)).metadata.state;
    await expect.poll(state, { timeout: 60_000 }).toBe("READY");
    for (const each of [...servers, worker]) expect(await each.stop()).toEqual([0, null]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("the systemd unit", () => {
  const unit = read("sinkove-server.service");
  const settings = (name: string): string[] =>
    [...unit.matchAll(new RegExp(`^${name}=(.*)$`, "gm"))].map(([, value = ""]) => value);

  test("starts the program of the image, and gives it longer to stop than it takes", () => {
    const [command = ""] = settings("ExecStart");
    const [, main = ""] = JSON.parse(instruction("ENTRYPOINT"));
    expect(command).toBe(`/usr/bin/node ${main.replace("/service", "/opt/sinkove")}`);
    const { shutdownTimeout } = readConfiguration({});
    expect(Number(settings("TimeoutStopSec")[0]) * 1000).toBeGreaterThan(shutdownTimeout);
    expect(settings("WorkingDirectory")).toEqual([`/var/lib/${settings("StateDirectory")[0]}`]);
  });
});

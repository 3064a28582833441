// The same two operations as a team would write them with Fastify 5: schemas for requests and responses, key look-up in
// SQLite, a rate limit for each key, and a log line for each request. Writes are durable before the response.
import { hash, randomBytes, randomUUID } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import rateLimit from "@fastify/rate-limit";
import fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import { createApiKey, getDataset } from "./fastify-schemas.ts";

/** The row of the presented key. */
interface Key {
  readonly id: string;
  readonly scopes: string;
  readonly enabled: number;
  readonly expiresAt: number | null;
}

const { KEY = "", DATASET = "{}" } = process.env;

const database = new DatabaseSync("peer.db");
database.exec("pragma journal_mode = wal; pragma synchronous = full");
database.exec(`create table keys (id text primary key, hash text not null unique, name text not null,
    scopes text not null, enabled integer not null, "createdAt" integer not null, "expiresAt" integer);
  create table events (id text primary key, "keyId" text not null, type text not null, "createdAt" integer not null);
  create table datasets (id text primary key, body text not null)`);
const findKey = database.prepare(
  `select id, scopes, enabled, "expiresAt" from keys where hash = ?`,
);
const findDataset = database.prepare("select body from datasets where id = ?");
const insertKey = database.prepare("insert into keys values (?, ?, ?, ?, ?, ?, ?)");
const insertEvent = database.prepare("insert into events values (?, ?, ?, ?)");
const SCOPES = "datasets:read,datasets:write,api_keys:read,api_keys:write";
insertKey.run(randomUUID(), hash("sha256", KEY), "bench", SCOPES, 1, Date.now(), null);
const dataset = JSON.parse(DATASET);
if (dataset.id) database.prepare("insert into datasets values (?, ?)").run(dataset.id, DATASET);

const app = fastify({
  logger: true,
  // One log line for each request, as in the API, instead of Fastify's two.
  disableRequestLogging: true,
  keepAliveTimeout: 60_000,
  genReqId: () => randomUUID(),
});
app.decorateRequest("apiKeyId", "");
app.addHook("onRequest", async (request, reply) => {
  reply.header("X-Request-ID", request.id);
});
app.addHook("onRequest", async (request, reply) => {
  const key = authenticate(request);
  if (!key) return refuse(reply, 401, "INVALID_API_KEY");
  request.apiKeyId = key.id;
  const scope = request.routeOptions.config.scope;
  if (scope !== undefined && !key.scopes.split(",").includes(scope))
    return refuse(reply, 403, "PERMISSION_DENIED");
});
app.addHook("onResponse", async (request, reply) => {
  const { method, id, apiKeyId } = request;
  const durationMs = reply.elapsedTime;
  request.log.info({ id, method, apiKeyId, status: reply.statusCode, durationMs }, "request");
});
await app.register(rateLimit, {
  max: 1_000_000,
  timeWindow: 60_000,
  hook: "preValidation",
  keyGenerator: ({ apiKeyId }) => apiKeyId,
});

app.get<{ Params: { datasetId: string } }>(
  "/v1/datasets/:datasetId",
  { schema: getDataset, config: { scope: "datasets:read" } },
  async (request, reply) => {
    const row = findDataset.get(request.params.datasetId);
    if (!row) return refuse(reply, 404, "DATASET_NOT_FOUND");
    return JSON.parse(`${row.body}`);
  },
);

app.post<{ Body: { name: string } }>(
  "/v1/api-keys",
  { schema: createApiKey, config: { scope: "api_keys:write" } },
  async (request, reply) => {
    const secret = `sinkove_live_${randomBytes(24).toString("hex").slice(0, 38)}`;
    const [id, now] = [randomUUID(), Date.now()];
    database.exec("begin immediate");
    insertKey.run(id, hash("sha256", secret), request.body.name, SCOPES, 1, now, null);
    insertEvent.run(randomUUID(), id, "created", now);
    database.exec("commit");
    reply.code(201).header("Location", `/v1/api-keys/${id}`);
    return {
      id,
      name: request.body.name,
      prefix: secret.slice(0, 17),
      last4: secret.slice(-4),
      environment: "live",
      scopes: SCOPES.split(","),
      organizationIds: null,
      status: "active",
      enabled: true,
      createdAt: new Date(now).toISOString(),
      expiresAt: null,
      lastUsedAt: null,
      revokedAt: null,
      rotatedFromId: null,
      rotatedToId: null,
      rateLimit: { limit: 1_000_000, windowSeconds: 60 },
      secret,
    };
  },
);

function authenticate({ headers }: FastifyRequest): Key | undefined {
  const secret = /^bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  if (secret === undefined) return undefined;
  // The columns are those of the table created above.
  const key = findKey.get(hash("sha256", secret)) as Key | undefined;
  if (!key?.enabled) return undefined;
  return key.expiresAt === null || key.expiresAt > Date.now() ? key : undefined;
}

function refuse(reply: FastifyReply, status: number, code: string): FastifyReply {
  return reply.code(status).type("application/problem+json").send({ status, code });
}

declare module "fastify" {
  interface FastifyRequest {
    apiKeyId: string;
  }
  interface FastifyContextConfig {
    scope?: string;
  }
}

const url = await app.listen({ port: 0, host: "127.0.0.1" });
console.log(JSON.stringify({ message: "listening", url }));

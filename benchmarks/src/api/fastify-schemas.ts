const uuid = { type: "string", format: "uuid" } as const;
const moment = { type: "string", format: "date-time" } as const;
const momentOrNull = { type: ["string", "null"], format: "date-time" } as const;
const text = { type: "string" } as const;

const metadata = {
  type: "object",
  required: ["id", "state", "progress", "size"],
  properties: {
    id: uuid,
    state: text,
    progress: { type: "integer", minimum: 0, maximum: 100 },
    size: { type: "integer", minimum: 0 },
    startedAt: momentOrNull,
    finishedAt: momentOrNull,
    expiresAt: momentOrNull,
    failureReason: { type: ["string", "null"] },
  },
} as const;

const dataset = {
  type: "object",
  required: ["id", "modelId", "organizationId", "ownerId", "numSamples", "args", "createdAt"],
  properties: {
    id: uuid,
    modelId: uuid,
    organizationId: uuid,
    ownerId: uuid,
    numSamples: { type: "integer", minimum: 1 },
    args: { type: "object", additionalProperties: true },
    createdAt: moment,
    updatedAt: moment,
    metadata,
  },
} as const;

/** The schemas of `GET /datasets/{datasetId}`. */
export const getDataset = {
  params: { type: "object", required: ["datasetId"], properties: { datasetId: uuid } },
  response: { 200: dataset },
} as const;

const issuedApiKey = {
  type: "object",
  required: ["id", "name", "prefix", "last4", "scopes", "status", "secret"],
  properties: {
    id: uuid,
    name: text,
    prefix: text,
    last4: text,
    environment: text,
    scopes: { type: "array", items: text },
    organizationIds: { type: ["array", "null"], items: uuid },
    status: text,
    enabled: { type: "boolean" },
    createdAt: moment,
    expiresAt: momentOrNull,
    lastUsedAt: momentOrNull,
    revokedAt: momentOrNull,
    rotatedFromId: { type: ["string", "null"] },
    rotatedToId: { type: ["string", "null"] },
    rateLimit: {
      type: "object",
      properties: { limit: { type: "integer" }, windowSeconds: { type: "integer" } },
    },
    secret: text,
  },
} as const;

/** The schemas of `POST /api-keys`. */
export const createApiKey = {
  headers: {
    type: "object",
    properties: { "idempotency-key": { type: "string", minLength: 1, maxLength: 255 } },
  },
  body: {
    type: "object",
    additionalProperties: false,
    required: ["name"],
    properties: {
      name: { type: "string", minLength: 1, maxLength: 100 },
      scopes: { type: "array", minItems: 1, uniqueItems: true, items: text },
      organizationIds: { type: ["array", "null"], items: uuid, maxItems: 100 },
      expiresAt: momentOrNull,
    },
  },
  response: { 201: issuedApiKey },
} as const;

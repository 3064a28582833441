import { type CreateOrganizationDatasetRequest, type Dataset, operations } from "@sinkove/contract";
import { permissionDenied, requireOrganization } from "../access/authorization.ts";
import { type Awaitable, andThen } from "../awaitable.ts";
import { createEntry } from "../credits/entries.ts";
import { recordEntry } from "../credits/low.ts";
import { signerOf } from "../downloads/access.ts";
import { sign } from "../downloads/token.ts";
import { readPage } from "../http/pagination.ts";
import { ApiError, validationError } from "../http/problem.ts";
import { requireAcceptable, requireUsable } from "../models/order.ts";
import { toMoment, toTimestamp } from "../moment.ts";
import type { Answer, AnyContext, Context, Handlers, ParametersOf } from "../operation.ts";
import { organizationGone } from "../organizations/lock.ts";
import { quantity } from "../quantity.ts";
import { uuidV7 } from "../random.ts";
import { type CreditEntryRecord, refundOf } from "../store/credits.ts";
import { type DatasetRecord, type OrganizationRecord, UNTOUCHED_JOB } from "../store/records.ts";
import type { StoreReader, StoreWriter } from "../store/store.ts";
import { generationEvents } from "../webhooks/events.ts";
import { withArchiveFacts } from "./archive-facts.ts";
import type { DatasetOrder } from "./generation.ts";
import { presentDataset } from "./presentation.ts";
import { progressOf, stateOf } from "./state.ts";

type ReadContext = AnyContext & { readonly store: StoreReader };
type WriteContext = AnyContext & { readonly store: StoreWriter };
type DatasetPath = { readonly datasetId: string; readonly organizationId?: string };

/** How long a download URL works, in milliseconds. */
const URL_LIFE = 60 * 60 * 1000;

/** Handlers of the tag "Datasets": of all organizations that the key reaches, and of one. */
export const datasetHandlers: Pick<
  Handlers,
  | "listDatasets"
  | "listOrganizationDatasets"
  | "createDataset"
  | "createOrganizationDataset"
  | "getDataset"
  | "getOrganizationDataset"
  | "deleteDataset"
  | "deleteOrganizationDataset"
  | "getDatasetDownload"
  | "getOrganizationDatasetDownload"
> = {
  listDatasets: (context) => list(context, context.parameters, context.principal.organizationIds),
  listOrganizationDatasets: (context) =>
    list(context, context.parameters, [context.parameters.organizationId]),

  createDataset: (context) => create(context, chooseOrganization(context), context.body),
  createOrganizationDataset: (context) =>
    create(context, context.parameters.organizationId, context.body),

  getDataset: (context) => get(context, context.parameters),
  getOrganizationDataset: (context) => get(context, context.parameters),

  deleteDataset: (context) => remove(context, context.parameters),
  deleteOrganizationDataset: (context) => remove(context, context.parameters),

  getDatasetDownload: (context) => download(context, context.parameters),
  getOrganizationDatasetDownload: (context) => download(context, context.parameters),
};

async function list(
  context: ReadContext,
  parameters: ParametersOf<"listDatasets">,
  organizationIds: readonly string[],
): Promise<Answer<"listDatasets">> {
  const { store, now } = context;
  const { modelId, createdAfter, createdBefore, state } = parameters;
  const filter = {
    organizationIds,
    modelId,
    createdAfter: createdAfter === undefined ? undefined : toMoment(createdAfter, "createdAfter"),
    createdBefore:
      createdBefore === undefined ? undefined : toMoment(createdBefore, "createdBefore"),
    state: state === undefined ? undefined : { is: state, now },
  };
  const { records, headers } = await readPage(context, parameters, (page) =>
    store.listDatasets(filter, page),
  );
  const body: Dataset[] = [];
  for (const each of records) {
    body.push(presentDataset(await withArchiveFacts(each, context), now));
  }
  return { status: 200, body, headers };
}

function chooseOrganization({ body, principal }: Context<"createDataset">): string {
  const { organizationIds } = principal;
  const chosen = body.organizationId?.toLowerCase();
  if (chosen !== undefined) {
    requireOrganization(principal, chosen, operations.createDataset.scopes);
    return chosen;
  }
  const [only, ...others] = organizationIds;
  if (only === undefined) {
    const detail = principal.apiKey
      ? "The API key reaches no organization. Use a key that reaches one."
      : "You belong to no organization. Create one, or ask an owner of one to invite you.";
    throw permissionDenied(detail, [], "organization");
  }
  if (others.length === 0) return only;
  const detail = `must be one of the organizations that you reach: ${organizationIds.join(", ")}`;
  throw validationError([{ pointer: "/organizationId", detail, keyword: "required" }]);
}

async function create(
  context: WriteContext,
  organizationId: string,
  body: CreateOrganizationDatasetRequest,
): Promise<Answer<"createDataset">> {
  const { store, now, services, principal, prefix } = context;
  const modelId = body.modelId.toLowerCase();
  const model = requireUsable(await store.findModel(modelId), modelId, organizationId);
  const { numSamples, args } = body;
  requireAcceptable(model, { numSamples, args });
  const id = uuidV7(now, services.random);
  await charge(context, { organizationId, datasetId: id, numSamples });
  const order: DatasetOrder = {
    id,
    metadataId: uuidV7(now, services.random),
    modelId,
    organizationId,
    ownerId: principal.account.id,
    numSamples,
    args,
    createdAt: now,
    refunded: false,
  };
  const facts = await services.generation.plan(order, model, now);
  const dataset = { ...order, ...UNTOUCHED_JOB, ...facts };
  await store.insertDataset(dataset);
  const { random } = services;
  await store.insertWebhookEvents(generationEvents(dataset, facts, { now, random }));
  const headers = { Location: `${prefix}/datasets/${dataset.id}` };
  return { status: 201, body: presentDataset(dataset, now), headers };
}

/** What a dataset costs. */
interface Charge {
  readonly organizationId: string;
  readonly datasetId: string;
  readonly numSamples: number;
}

async function charge(context: WriteContext, { numSamples, ...about }: Charge): Promise<void> {
  const { store, now, services, principal } = context;
  const { random } = services;
  const { organizationId } = about;
  const facts = { ...about, kind: "dataset", amount: -numSamples } as const;
  const entry = createEntry(facts, { now, random, principal });
  if (await recordEntry(store, entry, { now, random })) return;
  const [organization] = await store.listOrganizations([organizationId], now);
  if (!organization) throw organizationGone();
  throw insufficientCredits(organization, numSamples);
}

function insufficientCredits({ credits: left }: OrganizationRecord, credits: number): ApiError {
  const detail = `The organization has ${quantity(left, "credit")} left, and the dataset costs ${credits}. Ask for fewer samples, or for more credits.`;
  return new ApiError("INSUFFICIENT_CREDITS", detail);
}

/** @throws ApiError DATASET_NOT_FOUND if it does not exist, is in another organization or is out of reach */
function requireReached(
  dataset: DatasetRecord | undefined,
  { principal }: ReadContext,
  { datasetId, organizationId }: DatasetPath,
): DatasetRecord {
  const isReached = dataset && principal.organizationIds.includes(dataset.organizationId);
  const isHere = organizationId === undefined || dataset?.organizationId === organizationId;
  if (dataset && isReached && isHere) return dataset;
  throw notFound(datasetId);
}

function notFound(id: string): ApiError {
  const detail = `You reach no dataset with the id ${id}. List them with GET /datasets.`;
  return new ApiError("DATASET_NOT_FOUND", detail);
}

function get(context: ReadContext, path: DatasetPath): Awaitable<Answer<"getDataset">> {
  return andThen(findReached(context, path), (dataset) => {
    return { status: 200, body: presentDataset(dataset, context.now) };
  });
}

/** The dataset of the path, with its archive's facts. @throws DATASET_NOT_FOUND if the principal cannot reach it */
function findReached(context: ReadContext, path: DatasetPath): Awaitable<DatasetRecord> {
  return andThen(context.store.findDataset(path.datasetId), (found) =>
    withArchiveFacts(requireReached(found, context, path), context),
  );
}

async function remove(context: WriteContext, path: DatasetPath): Promise<Answer<"deleteDataset">> {
  const { store } = context;
  const { id } = requireReached(await store.findDataset(path.datasetId), context, path);
  // The dataset at its deletion: a worker may have changed it since it was read.
  const deleted = await store.deleteDataset(id);
  if (!deleted) throw notFound(id);
  const refund = refundFor(deleted, context);
  if (refund) await store.addCreditEntry(refund);
  return { status: 204, body: undefined };
}

/** The refund for a dataset that was not generated: it failed earlier, or is cancelled now. */
function refundFor(
  dataset: DatasetRecord,
  { now, services: { random }, principal }: WriteContext,
): CreditEntryRecord | undefined {
  const { id: datasetId, organizationId, numSamples: amount, refunded } = dataset;
  const state = stateOf(dataset, now);
  if (refunded || state === "READY" || state === "EXPIRED") return undefined;
  if (state === "FAILED") return refundOf(dataset, (moment) => uuidV7(moment, random));
  const facts = { organizationId, kind: "refund", amount, datasetId } as const;
  return createEntry(facts, { now, random, principal });
}

async function download(
  context: ReadContext,
  path: DatasetPath,
): Promise<Answer<"getDatasetDownload">> {
  const { now, services, target, prefix, principal } = context;
  const keyExpiresAt = principal.apiKey?.expiresAt ?? null;
  const dataset = await findReached(context, path);
  const { size, sha256 } = requireReady(dataset, now);
  const ends = [dataset.expiresAt, keyExpiresAt].filter((end) => end !== null);
  const expiresAt = Math.min(now + URL_LIFE, ...ends);
  const token = await sign(
    { datasetId: dataset.id, signer: signerOf(principal), expiresAt },
    services.secret,
  );
  const URL = `${target.origin}${prefix}/downloads/${token}`;
  return { status: 200, body: { URL, expiresAt: toTimestamp(expiresAt), size, sha256 } };
}

function requireReady(dataset: DatasetRecord, now: number) {
  const state = stateOf(dataset, now);
  if (state === "EXPIRED") {
    const detail = "The dataset's archive was removed after its retention period. Create it again.";
    throw new ApiError("DATASET_EXPIRED", detail);
  }
  const { size, sha256 } = dataset;
  if (state === "READY" && sha256 !== null) return { size, sha256 };
  const advice =
    state === "FAILED"
      ? "is FAILED and has no archive. Its failureReason says why; create another."
      : `is ${state} (${progressOf(dataset, now)} %). Wait until its state is READY.`;
  throw new ApiError("DATASET_NOT_READY", `The dataset ${advice}`);
}

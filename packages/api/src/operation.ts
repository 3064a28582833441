import type {
  OperationId,
  OperationTypes,
  PublicOperationId,
  RequestBody,
  ResponseBody,
  WriteOperationId,
} from "@sinkove/contract";
import type { Principal } from "./access/authentication.ts";
import type { Awaitable } from "./awaitable.ts";
import type { Target } from "./http/target.ts";
import type { Services } from "./services.ts";
import type { Moment } from "./store/records.ts";
import type { StoreReader, StoreWriter } from "./store/store.ts";

type ParameterLocation = "path" | "query" | "header";
type PartOf<Id extends OperationId, In extends ParameterLocation> = NonNullable<
  OperationTypes[Id]["parameters"][In]
>;
type Some<T> = [T] extends [never] ? unknown : T;

/** The parameters of an operation by name, as the contract types them. */
export type ParametersOf<Id extends OperationId> = Some<PartOf<Id, "path">> &
  Some<PartOf<Id, "query">> &
  Some<PartOf<Id, "header">>;

/** The context of a handler: an authenticated, authorized and valid request. */
export interface Context<Id extends OperationId = OperationId> {
  readonly operationId: Id;
  readonly requestId: string;
  readonly now: Moment;
  readonly parameters: ParametersOf<Id>;
  readonly body: RequestBody<Id>;
  readonly target: Target;
  /** `/v1`, or nothing on the unversioned paths. */
  readonly prefix: string;
  readonly principal: Id extends PublicOperationId ? undefined : Principal;
  readonly store: Id extends Exclude<WriteOperationId, PublicOperationId>
    ? StoreWriter
    : StoreReader;
  readonly services: Services;
}

/** The context that functions shared by handlers take. */
export interface AnyContext extends Pick<Context<"getMe">, "requestId" | "now" | "services"> {
  readonly target: Target;
  readonly prefix: string;
  readonly principal: Principal;
}

type Success = 200 | 201 | 202 | 204 | 206 | 304;
type Responses<Id extends OperationId> = OperationTypes[Id]["responses"];
type BodyOf<B> = [B] extends [never] ? undefined : B;

/** The result of a handler: a status and a body that the contract declares. Errors are thrown. */
export type Answer<Id extends OperationId> = {
  [Status in keyof Responses<Id> & Success]: {
    readonly status: Status;
    readonly body: BodyOf<ResponseBody<Id, Status>>;
    readonly headers?: Readonly<Record<string, string>>;
    readonly afterCommit?: () => Promise<void>;
    readonly inBackground?: () => Promise<void>;
  };
}[keyof Responses<Id> & Success];

/** The result of any operation. */
export interface AnyAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Runs once the change of a write is durable. The response waits for it. */
  readonly afterCommit?: () => Promise<void>;
  /** The same, but the response does not wait for it, such as to hand a mail over to a slow server. */
  readonly inBackground?: () => Promise<void>;
}

export type Handler<Id extends OperationId> = (context: Context<Id>) => Awaitable<Answer<Id>>;

/** A handler for every operation of the contract. A missing one is a type error. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> };

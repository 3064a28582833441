import type {
  Document,
  Example,
  Header,
  MediaType,
  Named,
  Operation,
  PathItem,
  Reference,
  Response,
  Server,
} from "../document.ts";

/** An OpenAPI 3.1 document, with the parts that only the comparison needs. */
export interface Api extends Document {
  readonly webhooks?: Named<PathItem | Reference>;
}

export interface ApiPathItem extends PathItem {
  readonly servers?: readonly ApiServer[];
}

export interface ApiOperation extends Operation {
  readonly servers?: readonly ApiServer[];
  readonly callbacks?: Named<Callback | Reference>;
}

/** Path items by the runtime expression of their URL. */
export type Callback = Named<PathItem | Reference>;

export interface ApiServer extends Server {
  readonly description?: string;
  readonly variables?: Named<ServerVariable>;
}

export interface ServerVariable {
  readonly default: string;
  readonly enum?: readonly string[];
}

export interface ApiResponse extends Response {
  readonly links?: Named<unknown>;
}

export interface ApiMediaType extends MediaType {
  readonly encoding?: Named<unknown>;
}

/** A parameter or a header, whose value is described by a schema or by the one media type of `content`. */
export interface Field extends Header {
  readonly deprecated?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly allowEmptyValue?: boolean;
  readonly content?: Named<MediaType>;
  readonly examples?: Named<Example | Reference>;
}

export interface ApiParameter extends Field {
  readonly name: string;
  readonly in: string;
  readonly "x-python-name"?: string;
}

export interface SecurityScheme {
  readonly type?: string;
  readonly flows?: Named<OAuthFlow>;
  readonly [field: string]: unknown;
}

export interface OAuthFlow {
  readonly scopes?: Named<string>;
  readonly [field: string]: unknown;
}

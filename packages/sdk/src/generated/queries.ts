// Generated from the contract. Do not edit; run `npm run generate`.
import type {
  CreditEntryKind,
  DatasetState,
  ErrorCode,
  UsageInterval,
  Uuid,
  WebhookDeliveryStatus,
} from "@sinkove/contract";

/** The query of `GET /usage`. */
export interface GetUsageQuery {
  /**
   * The first moment to count, rounded down to the interval. Without it, 24 hours before `to`
   * for hours, 30 days before it for days.
   */
  readonly from?: string | Date | undefined;
  /**
   * The moment to count up to, rounded up to the interval. Without it, now. At most 744
   * intervals after `from`.
   */
  readonly to?: string | Date | undefined;
  /** The length of a bucket. Default: "day". */
  readonly interval?: UsageInterval | undefined;
}

/** The query of `GET /api-keys`. */
export interface ListApiKeysQuery {
  /** How many items to return at most. 1 to 500. Default: 100. */
  readonly limit?: number | undefined;
  /**
   * Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512
   * characters.
   */
  readonly cursor?: string | undefined;
}

/** The query of `GET /api-keys/{apiKeyId}/usage`. */
export interface GetApiKeyUsageQuery {
  /**
   * The first moment to count, rounded down to the interval. Without it, 24 hours before `to`
   * for hours, 30 days before it for days.
   */
  readonly from?: string | Date | undefined;
  /**
   * The moment to count up to, rounded up to the interval. Without it, now. At most 744
   * intervals after `from`.
   */
  readonly to?: string | Date | undefined;
  /** The length of a bucket. Default: "day". */
  readonly interval?: UsageInterval | undefined;
}

/** The query of `GET /api-keys/{apiKeyId}/events`. */
export interface ListApiKeyEventsQuery {
  /** How many items to return at most. 1 to 500. Default: 100. */
  readonly limit?: number | undefined;
  /**
   * Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512
   * characters.
   */
  readonly cursor?: string | undefined;
}

/** The query of `GET /requests`. */
export interface ListRequestsQuery {
  /** Only requests with this API key. */
  readonly apiKeyId?: Uuid | undefined;
  /** Only requests of API keys, or only those of the person. */
  readonly actorType?: "api_key" | "person" | undefined;
  /** Only requests of the operation with this `operationId`. At most 100 characters. */
  readonly operation?: string | undefined;
  /** Only responses of this class of status. */
  readonly statusClass?: "2xx" | "3xx" | "4xx" | "5xx" | undefined;
  /** Only requests that were refused with this code. */
  readonly code?: ErrorCode | undefined;
  /** Only requests from this moment on. */
  readonly occurredAfter?: string | Date | undefined;
  /** Only requests before this moment. */
  readonly occurredBefore?: string | Date | undefined;
  /** How many items to return at most. 1 to 500. Default: 100. */
  readonly limit?: number | undefined;
  /**
   * Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512
   * characters.
   */
  readonly cursor?: string | undefined;
}

/** The query of `GET /organizations`. */
export interface ListOrganizationsQuery {
  /** How many items to return at most. 1 to 500. Default: 100. */
  readonly limit?: number | undefined;
  /**
   * Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512
   * characters.
   */
  readonly cursor?: string | undefined;
}

/** The query of `GET /organizations/{organizationId}/credit-entries`. */
export interface ListCreditEntriesQuery {
  /** Only entries of this kind. */
  readonly kind?: CreditEntryKind | undefined;
  /** Only entries that were made at this moment or later. */
  readonly createdAfter?: string | Date | undefined;
  /** Only entries that were made before this moment. */
  readonly createdBefore?: string | Date | undefined;
  /** How many items to return at most. 1 to 500. Default: 100. */
  readonly limit?: number | undefined;
  /**
   * Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512
   * characters.
   */
  readonly cursor?: string | undefined;
}

/** The query of `GET /organizations/{organizationId}/members`. */
export interface ListMembersQuery {
  /** How many items to return at most. 1 to 500. Default: 100. */
  readonly limit?: number | undefined;
  /**
   * Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512
   * characters.
   */
  readonly cursor?: string | undefined;
}

/** The query of `GET /organizations/{organizationId}/invitations`. */
export interface ListInvitationsQuery {
  /** How many items to return at most. 1 to 500. Default: 100. */
  readonly limit?: number | undefined;
  /**
   * Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512
   * characters.
   */
  readonly cursor?: string | undefined;
}

/** The query of `GET /organizations/{organizationId}/webhook-endpoints`. */
export interface ListWebhookEndpointsQuery {
  /** How many items to return at most. 1 to 500. Default: 100. */
  readonly limit?: number | undefined;
  /**
   * Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512
   * characters.
   */
  readonly cursor?: string | undefined;
}

/** The query of `GET /organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/deliveries`. */
export interface ListWebhookDeliveriesQuery {
  /** Only deliveries with this status. */
  readonly status?: WebhookDeliveryStatus | undefined;
  /** How many items to return at most. 1 to 500. Default: 100. */
  readonly limit?: number | undefined;
  /**
   * Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512
   * characters.
   */
  readonly cursor?: string | undefined;
}

/** The query of `GET /models`. */
export interface ListModelsQuery {
  /** How many items to return at most. 1 to 500. Default: 100. */
  readonly limit?: number | undefined;
  /**
   * Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512
   * characters.
   */
  readonly cursor?: string | undefined;
}

/** The query of `GET /datasets`. */
export interface ListDatasetsQuery {
  /** Only datasets in this state. */
  readonly state?: DatasetState | undefined;
  /** Only datasets of this model. */
  readonly modelId?: Uuid | undefined;
  /** Only datasets that were created at this moment or later. */
  readonly createdAfter?: string | Date | undefined;
  /** Only datasets that were created before this moment. */
  readonly createdBefore?: string | Date | undefined;
  /** How many items to return at most. 1 to 500. Default: 100. */
  readonly limit?: number | undefined;
  /**
   * Where to go on; taken from the `Link` header of the page before, and opaque. 1 to 512
   * characters.
   */
  readonly cursor?: string | undefined;
}

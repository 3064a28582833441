// Generated from the contract. Do not edit; run `npm run generate`.
import type {
  CreateApiKeyRequest,
  CreateDatasetRequest,
  CreateInvitationRequest,
  CreateOrganizationRequest,
  CreateWebhookEndpointRequest,
  RevokeApiKeyRequest,
  RotateApiKeyRequest,
  RotateWebhookEndpointRequest,
  UpdateApiKeyRequest,
  UpdateMemberRequest,
  UpdateOrganizationRequest,
  UpdateWebhookEndpointRequest,
} from "@sinkove/contract";

/** The body of `POST /api-keys`. */
export interface CreateApiKeyBody {
  /**
   * What the key is for, in your own words; one key per application. No control characters, not
   * blank. 1 to 100 characters.
   */
  readonly name: CreateApiKeyRequest["name"];
  /**
   * What the new key may do. If absent, everything that the presented key may do. At least 1
   * item. No item twice.
   */
  readonly scopes?: CreateApiKeyRequest["scopes"] | undefined;
  /**
   * The organizations to limit the new key to. If absent or null, those of the presented key. 1
   * to 100 items. No item twice.
   */
  readonly organizationIds?: CreateApiKeyRequest["organizationIds"] | undefined;
  /**
   * When the key stops working, in the future and no later than the presented key. If absent or
   * null, when the presented key stops working.
   */
  readonly expiresAt?: CreateApiKeyRequest["expiresAt"] | Date | undefined;
  /**
   * A limit of the new key's own. If absent or null, that of the presented key, which usually
   * has none.
   */
  readonly rateLimit?: CreateApiKeyRequest["rateLimit"] | undefined;
}

/** The body of `PATCH /api-keys/{apiKeyId}`. */
export interface UpdateApiKeyBody {
  /**
   * What the key is for, in your own words; one key per application. No control characters, not
   * blank. 1 to 100 characters.
   */
  readonly name?: UpdateApiKeyRequest["name"] | undefined;
  /** False refuses the key until it is set to true again. */
  readonly enabled?: UpdateApiKeyRequest["enabled"] | undefined;
  /** What the key may do. At least 1 item. No item twice. */
  readonly scopes?: UpdateApiKeyRequest["scopes"] | undefined;
  /**
   * The organizations that the key is limited to. Null means all organizations of the account,
   * including those that it joins later. 1 to 100 items. No item twice.
   */
  readonly organizationIds?: UpdateApiKeyRequest["organizationIds"] | undefined;
  /** When the key stops working; a moment in the past stops it at once; null for never. */
  readonly expiresAt?: UpdateApiKeyRequest["expiresAt"] | Date | undefined;
  /**
   * A limit for this key, beside the account's, so that one program cannot use up what the
   * others share. The key's successor and the keys that it makes count against the same limit.
   * It must not allow more requests per second than the account's. A key with a limit of its own
   * can lower limits only. Null for no limit but the account's.
   */
  readonly rateLimit?: UpdateApiKeyRequest["rateLimit"] | undefined;
}

/** The body of `POST /api-keys/{apiKeyId}/rotate`. */
export interface RotateApiKeyBody {
  /**
   * How many seconds the old key keeps working beside its successor, from 0 to 30 days, but not
   * beyond its own `expiresAt`. 0 to 2592000. Default: 86400.
   */
  readonly gracePeriodSeconds?: RotateApiKeyRequest["gracePeriodSeconds"] | undefined;
}

/** The body of `POST /api-keys/{apiKeyId}/revoke`. */
export interface RevokeApiKeyBody {
  /**
   * Whether to revoke the key's descendants as well: the keys that it created, the keys that
   * those created and so on, and the successors of each. Default: false.
   */
  readonly descendants?: RevokeApiKeyRequest["descendants"] | undefined;
}

/** The body of `POST /organizations`. */
export interface CreateOrganizationBody {
  /** The organization's name. No control characters, not blank. 1 to 100 characters. */
  readonly name: CreateOrganizationRequest["name"];
}

/** The body of `PATCH /organizations/{organizationId}`. */
export interface UpdateOrganizationBody {
  /** The organization's name. No control characters, not blank. 1 to 100 characters. */
  readonly name?: UpdateOrganizationRequest["name"] | undefined;
  /**
   * What happens to an API key that was found where others can read it. A key that reaches
   * several organizations follows the strictest of their policies: `revoke`, then `disable`,
   * then `notify`. A key that reaches none is revoked.
   */
  readonly leakPolicy?: UpdateOrganizationRequest["leakPolicy"] | undefined;
  /**
   * The organization's credits are low while it has fewer than this. When they become low, the
   * organization's webhook endpoints get `credits.low` and its owners get an email. Null means
   * that nobody is told. 1 to 1000000000.
   */
  readonly lowCreditsThreshold?: UpdateOrganizationRequest["lowCreditsThreshold"] | undefined;
}

/** The body of `PATCH /organizations/{organizationId}/members/{accountId}`. */
export interface UpdateMemberBody {
  /** What a person may do in an organization. */
  readonly role: UpdateMemberRequest["role"];
}

/** The body of `POST /organizations/{organizationId}/invitations`. */
export interface CreateInvitationBody {
  /** An email address. Upper and lower case are the same. 3 to 254 characters. */
  readonly email: CreateInvitationRequest["email"];
  /** The role that the person gets. If absent, `member`. */
  readonly role?: CreateInvitationRequest["role"] | undefined;
}

/** The body of `POST /organizations/{organizationId}/webhook-endpoints`. */
export interface CreateWebhookEndpointBody {
  /**
   * The URL that receives events by POST. It begins with `https://`, has no user name, password
   * or fragment, and its host has public addresses only. Servers for development may allow
   * `http://` on the loopback. 1 to 2048 characters.
   */
  readonly url: CreateWebhookEndpointRequest["url"];
  /**
   * The types of events to send. If absent, all types that exist now. 1 to 50 items. No item
   * twice.
   */
  readonly events?: CreateWebhookEndpointRequest["events"] | undefined;
}

/** The body of `PATCH /organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}`. */
export interface UpdateWebhookEndpointBody {
  /**
   * The URL that receives events by POST. It begins with `https://`, has no user name, password
   * or fragment, and its host has public addresses only. Servers for development may allow
   * `http://` on the loopback. 1 to 2048 characters.
   */
  readonly url?: UpdateWebhookEndpointRequest["url"] | undefined;
  /** The types of events to send. 1 to 50 items. No item twice. */
  readonly events?: UpdateWebhookEndpointRequest["events"] | undefined;
  /**
   * False stops deliveries, those that wait for another attempt included. True starts them
   * again.
   */
  readonly enabled?: UpdateWebhookEndpointRequest["enabled"] | undefined;
}

/** The body of `POST /organizations/{organizationId}/webhook-endpoints/{webhookEndpointId}/rotate`. */
export interface RotateWebhookEndpointBody {
  /**
   * How many seconds deliveries carry a signature of the old secret beside that of the new one,
   * from 0 to 30 days. 0 to 2592000. Default: 86400.
   */
  readonly gracePeriodSeconds?: RotateWebhookEndpointRequest["gracePeriodSeconds"] | undefined;
}

/** The body of `POST /datasets`. */
export interface CreateDatasetBody {
  /**
   * The organization that pays for and keeps the dataset. May be left out when the key reaches
   * only one.
   */
  readonly organizationId?: CreateDatasetRequest["organizationId"] | undefined;
  /** The model to generate with. */
  readonly modelId: CreateDatasetRequest["modelId"];
  /**
   * How many samples (images) to generate; each costs one credit. A model may allow fewer. 1 to
   * 1000.
   */
  readonly numSamples: CreateDatasetRequest["numSamples"];
  /** Arguments for the model, as its `argsSchema` says; for example a `prompt`. */
  readonly args: CreateDatasetRequest["args"];
}

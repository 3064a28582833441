// Generated from the contract. Do not edit; run `npm run generate`.
import type { Me, Usage } from "@sinkove/contract";
import type { Call } from "../call.ts";
import type { Core } from "../core.ts";
import type { RequestOptions } from "../options.ts";
import { Datasets } from "../resources/datasets.ts";
import { ApiKeys } from "./api-keys.ts";
import type { GetMeCode, GetUsageCode } from "./codes.ts";
import { Invitations } from "./invitations.ts";
import { Members } from "./members.ts";
import { Models } from "./models.ts";
import { Organizations } from "./organizations.ts";
import type { GetUsageQuery } from "./queries.ts";
import { Requests } from "./requests.ts";
import { WebhookEndpoints } from "./webhook-endpoints.ts";

/** The operations of the API: what a client consists of. */
export class Operations {
  /** Issue, inspect, rotate and revoke the keys of your account. */
  readonly apiKeys: ApiKeys;
  /** The log of the account's requests, accepted and refused. */
  readonly requests: Requests;
  /** Groups of people, models and datasets. An account belongs to any number of them. */
  readonly organizations: Organizations;
  /** The people who belong to an organization, and their roles. */
  readonly members: Members;
  /** Invite people to an organization. */
  readonly invitations: Invitations;
  /** URLs that an organization's events are sent to, and what was sent. */
  readonly webhookEndpoints: WebhookEndpoints;
  /** The generative models that an organization may use. */
  readonly models: Models;
  /** Request datasets of synthetic images, follow their generation, download them. */
  readonly datasets: Datasets;
  /** @internal */
  protected readonly core: Core;

  /** @internal */
  constructor(core: Core) {
    this.core = core;
    this.apiKeys = new ApiKeys(core);
    this.requests = new Requests(core);
    this.organizations = new Organizations(core);
    this.members = new Members(core);
    this.invitations = new Invitations(core);
    this.webhookEndpoints = new WebhookEndpoints(core);
    this.models = new Models(core);
    this.datasets = new Datasets(core);
  }

  /**
   * Get the current account.
   *
   * Returns the account, the presented API key and the organizations that it reaches. Any valid
   * key may call it, whatever its scopes, so use it to try a key out. Costs one request.
   *
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns The account, the presented key, and the organizations that it reaches.
   */
  me(options?: RequestOptions): Call<Me, GetMeCode> {
    return this.core.call("GET", { path: "/me" }, options);
  }

  /**
   * Get the account's usage.
   *
   * Returns how many requests were made with all keys of the account together, by hour or day.
   * Counts may lag by a few seconds. A key that is limited to some organizations gets the total
   * of the keys that are limited to the same organizations or to some of them. Costs one
   * request.
   *
   * Needs the scope `usage:read`.
   *
   * @param query - What to return.
   * - `from` (optional): The first moment to count, rounded down to the interval. Without it,
   *   24 hours before `to` for hours, 30 days before it for days.
   * - `to` (optional): The moment to count up to, rounded up to the interval. Without it, now.
   *   At most 744 intervals after `from`.
   * - `interval` (optional): The length of a bucket. Default: "day".
   * @param options - Of this call alone: time limits, retries, headers, a signal that ends it.
   * @returns Requests over time.
   */
  usage(query?: GetUsageQuery, options?: RequestOptions): Call<Usage, GetUsageCode> {
    return this.core.call("GET", { path: "/usage", query }, options);
  }
}

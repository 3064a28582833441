import type { Migration } from "./migration.ts";

/** Webhooks: endpoints, the outbox of events, and their deliveries. */
export const WEBHOOKS: Migration = [
  `create table "webhookEndpoints" (id text primary key,
     "organizationId" text not null references organizations (id), url text not null,
     events text not null, enabled integer not null, "goneAt" bigint, secret text not null,
     "previousSecret" text, "previousSecretExpiresAt" bigint, "createdAt" bigint not null)`,
  `create index "webhookEndpointsByOrganization" on "webhookEndpoints" ("organizationId")`,
  `create table "webhookEvents" (id text primary key,
     "organizationId" text not null references organizations (id), type text not null,
     "subjectId" text not null, "occursAt" bigint not null)`,
  `create index "webhookEventsByMoment" on "webhookEvents" ("occursAt", id)`,
  `create index "webhookEventsBySubject" on "webhookEvents" ("subjectId")`,
  `create index "webhookEventsByOrganization" on "webhookEvents" ("organizationId")`,
  `create table "webhookDeliveries" (id text primary key,
     "webhookEndpointId" text not null references "webhookEndpoints" (id) on delete cascade,
     "organizationId" text not null, "eventId" text not null, "eventType" text not null,
     "subjectId" text not null, "occurredAt" bigint not null, status text not null,
     "attemptLog" text not null, failures integer not null, "nextAttemptAt" bigint,
     "leaseToken" text, "leaseExpiresAt" bigint, "createdAt" bigint not null)`,
  `create index "webhookDeliveriesByEndpoint"
     on "webhookDeliveries" ("webhookEndpointId", "createdAt", id)`,
  `create index "webhookDeliveriesByAge" on "webhookDeliveries" ("createdAt")`,
  `create index "dueWebhookDeliveries" on "webhookDeliveries" ("nextAttemptAt")
     where status = 'pending'`,
  `create index "webhookDeliveriesInLine"
     on "webhookDeliveries" ("webhookEndpointId", "subjectId", "occurredAt", "eventId")
     where status = 'pending'`,
  `create index "leasedWebhookDeliveries" on "webhookDeliveries" ("leaseExpiresAt")
     where status = 'pending' and "leaseExpiresAt" is not null`,
];

import Anthropic from "@anthropic-ai/sdk";
import { generateApiKey } from "@sinkove/api-key";
import type { paths } from "@sinkove/contract";
import { Sinkove } from "@sinkove/sdk";
import OpenAI from "openai";
import createClient from "openapi-fetch";
import Stripe from "stripe";

/** A client under test: lists once, and returns the number of items. */
export interface Client {
  readonly name: string;
  list(signal?: AbortSignal): Promise<number>;
}

export const SDK = "@sinkove/sdk";
export const BASE = "fetch";
const CONTROL = "fetch again (A/A)";

/** A key that no server knows. */
const KEY: string = generateApiKey("test");

/** The URLs for clients: one for each behaviour of the server. */
export interface Urls {
  readonly bare: string;
  readonly wrapped: string;
}

/** Creates all clients, ready to list. No key here is real. */
export function createClients(urls: Urls): Client[] {
  return [
    bareFetch(BASE, urls),
    bareFetch(CONTROL, urls),
    sinkove(urls),
    openapiFetch(urls),
    openai(urls),
    anthropic(urls),
    stripe(urls),
  ];
}

function bareFetch(name: string, { bare }: Urls): Client {
  const headers = { authorization: `Bearer ${KEY}`, accept: "application/json" };
  return {
    name,
    async list(signal) {
      const response = await fetch(`${bare}/datasets`, { headers, signal: signal ?? null });
      const items: unknown = await response.json();
      return Array.isArray(items) ? items.length : 0;
    },
  };
}

function sinkove({ bare }: Urls): Client {
  const client = new Sinkove({ apiKey: KEY, baseUrl: bare });
  return {
    name: SDK,
    list: async (signal) => (await client.datasets.list({}, { signal }).page()).items.length,
  };
}

function openapiFetch({ bare }: Urls): Client {
  const headers = { authorization: `Bearer ${KEY}` };
  const client = createClient<paths>({ baseUrl: bare, headers });
  return {
    name: "openapi-fetch",
    list: async (signal) =>
      (await client.GET("/datasets", { signal: signal ?? null })).data?.length ?? 0,
  };
}

function openai({ wrapped }: Urls): Client {
  const client = new OpenAI({ apiKey: "sk-fake", baseURL: wrapped });
  return {
    name: "openai",
    list: async (signal) => (await client.models.list({ signal: signal ?? null })).data.length,
  };
}

function anthropic({ wrapped }: Urls): Client {
  const client = new Anthropic({ apiKey: "sk-ant-fake", baseURL: wrapped });
  return {
    name: "@anthropic-ai/sdk",
    list: async (signal) => (await client.models.list({}, { signal: signal ?? null })).data.length,
  };
}

/** Stripe's client accepts only a host: the server handles its `/v1`. */
function stripe({ wrapped }: Urls): Client {
  const { hostname, port } = new URL(wrapped);
  const client = new Stripe("sk_test_fake", {
    host: hostname,
    port,
    protocol: "http",
    telemetry: false,
  });
  return { name: "stripe", list: async () => (await client.customers.list()).data.length };
}

import { type Kysely, sql } from "kysely";
import {
  type ClientFilter,
  MOST_CLIENTS,
  type RequestClient,
  SEARCHED_REQUESTS,
} from "../request-log.ts";
import { firstIdOf, momentOf } from "./request-id.ts";
import type { Schema } from "./schema.ts";

interface ClientRow extends Omit<RequestClient, "lastSeenAt"> {
  /** The id of its last request. */
  readonly id: Uint8Array;
}

/** The clients of a key, out of the request log: those that were seen last first. */
export async function listClients(
  database: Kysely<Schema>,
  { accountId, apiKeyId, from }: ClientFilter,
): Promise<RequestClient[]> {
  // The subqueries find the few numbers by their names; the index of a key's requests has them in their order.
  const { rows } = await sql<ClientRow>`
    with newest as (
      select id, address, "userAgent" from "requestLog"
      where account = (select n from "requestAccounts" where name = ${accountId})
        and "apiKey" = (select n from "requestKeys" where name = ${apiKeyId})
        and id >= ${firstIdOf(from)}
      order by id desc limit ${SEARCHED_REQUESTS}
    ), ranked as (
      select id, address, "userAgent",
        count(*) over (partition by address, "userAgent") as requests,
        row_number() over (partition by address, "userAgent" order by id desc) as rank
      from newest
    )
    select id, address, "userAgent", requests from ranked where rank = 1
    order by id desc limit ${MOST_CLIENTS}`.execute(database);
  return rows.map(({ id, ...client }) => ({ ...client, lastSeenAt: momentOf(id) }));
}

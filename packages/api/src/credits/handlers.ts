import { readPage } from "../http/pagination.ts";
import { toMoment } from "../moment.ts";
import type { Context, Handlers } from "../operation.ts";
import { uuidV7 } from "../random.ts";
import { presentEntry } from "./entries.ts";

/** Handler of an organization's credits. */
export const creditHandlers: Pick<Handlers, "listCreditEntries"> = {
  async listCreditEntries(context) {
    const { parameters, store } = context;
    const { organizationId, kind, createdAfter: after, createdBefore: before } = parameters;
    const filter = {
      organizationId,
      kind,
      createdAfter: after === undefined ? undefined : toMoment(after, "createdAfter"),
      createdBefore: before === undefined ? undefined : toMoment(before, "createdBefore"),
    };
    await settle(context);
    const list = store.listCreditEntries.bind(store, filter);
    const { records, headers } = await readPage(context, parameters, list);
    return { status: 200, body: records.map(presentEntry), headers };
  },
};

/**
 * Writes due refunds. If datasets fail by the clock alone, nothing else has written the refunds that the balance
 * already includes.
 */
async function settle({
  parameters: { organizationId },
  store,
  services,
  principal,
  now,
}: Context<"listCreditEntries">): Promise<void> {
  if (!(await store.hasRefundsDue(organizationId, now))) return;
  const newId = (moment: number) => uuidV7(moment, services.random);
  await services.store.write({ accountId: principal.account.id }, (writer) =>
    writer.settleFailures(organizationId, now, newId),
  );
}

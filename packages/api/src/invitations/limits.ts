import type { RateLimit } from "@sinkove/contract";
import { ApiError } from "../http/problem.ts";
import { invitationsExceeded } from "../http/rate-limit.ts";
import type { Context } from "../operation.ts";

/** How many invitations to an organization may be open. */
const MOST_OPEN = 100;

/** How many invitations an account may send, with all its keys and sessions: each one is an email to a stranger. */
const SENT: RateLimit = { limit: 50, windowSeconds: 3600 };

/**
 * Call this within the transaction, with the organization locked.
 *
 * @throws ApiError INVITATION_LIMIT_REACHED or RATE_LIMIT_EXCEEDED
 */
export async function requireRoomForInvitation(
  context: Context<"createInvitation">,
): Promise<void> {
  const { store, services, parameters, principal, now } = context;
  const open = await store.listInvitations(parameters.organizationId, now);
  if (open.length >= MOST_OPEN) throw tooManyOpen();
  const bucket = { id: `invitations ${principal.account.id}`, policy: SENT };
  const { isAllowed, levels } = await services.store.takeTokens([bucket], now);
  const [level] = levels;
  if (!isAllowed && level) throw invitationsExceeded(level);
}

function tooManyOpen(): ApiError {
  const detail = `The organization has ${MOST_OPEN} open invitations, and cannot have more. Revoke those that are no longer needed, or wait until one is accepted or expires.`;
  return new ApiError("INVITATION_LIMIT_REACHED", detail);
}

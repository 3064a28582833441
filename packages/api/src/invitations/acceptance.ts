import { operations, roleScopes } from "@sinkove/contract";
import { permissionDenied } from "../access/authorization.ts";
import { roleAllows } from "../access/scopes.ts";
import { covers } from "../api-keys/grants.ts";
import { ApiError } from "../http/problem.ts";
import { toTimestamp } from "../moment.ts";
import type { Answer, Context } from "../operation.ts";
import { requireRoomForOrganization } from "../organizations/limits.ts";
import { presentOrganization } from "../organizations/presentation.ts";
import { addressKey } from "../people/address.ts";
import type { AccountRecord, ApiKeyRecord, InvitationRecord } from "../store/records.ts";
import type { StoreReader } from "../store/store.ts";

type AcceptContext = Context<"acceptInvitation">;

/** Adds the person who is signed in to the organization, and consumes the invitation. */
export async function acceptInvitation(
  context: AcceptContext,
): Promise<Answer<"acceptInvitation">> {
  const { store, principal, now } = context;
  const { organizationId, role, id } = await findAcceptable(context);
  const accountId = principal.account.id;
  const before = principal.memberships.find((each) => each.organizationId === organizationId);
  if (!before) requireRoomForOrganization(context);
  await store.deleteInvitation(organizationId, id);
  if (!before) await store.insertMembership({ accountId, organizationId, role, joinedAt: now });
  const [organization] = await store.listOrganizations([organizationId], now);
  if (!organization) throw invitationNotFound();
  return { status: 200, body: presentOrganization(organization, before?.role ?? role) };
}

/** @throws ApiError INVITATION_NOT_FOUND, INVITATION_EXPIRED, or PERMISSION_DENIED for another person's invitation */
async function findAcceptable(context: AcceptContext): Promise<InvitationRecord> {
  const { store, services, body, principal, now } = context;
  const hash = await services.hash(body.token);
  const found = await store.findInvitationByHash(hash);
  // If two requests accept it at the same time, the second one waits here and finds it used.
  if (!found || !(await store.lockOrganization(found.organizationId))) throw invitationNotFound();
  const invitation = await store.findInvitationByHash(hash);
  if (!invitation) throw invitationNotFound();
  requireAddressee(invitation, principal.account);
  if (!(await isSenderAllowed(store, invitation))) throw invitationNotFound();
  if (invitation.expiresAt <= now) throw expired(invitation);
  return invitation;
}

/**
 * Whether the sender of an invitation could still send it. Otherwise, an owner who was removed, or the holder of a
 * leaked key that was revoked or limited, could return with an earlier invitation. An operator always could. An expired
 * key still counts, because a rotation ends with the expiry of the old key.
 */
async function isSenderAllowed(store: StoreReader, invitation: InvitationRecord): Promise<boolean> {
  const { organizationId, createdByApiKeyId, createdByAccountId } = invitation;
  if (createdByApiKeyId === null && createdByAccountId === null) return true;
  const key = createdByApiKeyId ? await store.findCredentialsById(createdByApiKeyId) : undefined;
  const sender =
    key ?? (createdByAccountId && (await store.findAccountCredentials(createdByAccountId)));
  if (!sender || sender.account.deletedAt !== null || sender.account.suspendedAt !== null)
    return false;
  if (key && !isKeyAllowed(key.apiKey, invitation)) return false;
  const own = sender.memberships.find((each) => each.organizationId === organizationId);
  return own !== undefined && roleAllows(own.role, operations.createInvitation.scopes);
}

/** Whether a key still has the scopes and the organization that its invitation took. */
function isKeyAllowed(apiKey: ApiKeyRecord, { organizationId, role }: InvitationRecord): boolean {
  if (apiKey.revokedAt !== null || !apiKey.enabled) return false;
  const scopes = role === "owner" ? roleScopes.owner : operations.createInvitation.scopes;
  const needed = { scopes, organizationIds: [organizationId], expiresAt: null };
  return covers({ ...apiKey, expiresAt: null }, needed);
}

function requireAddressee({ email }: InvitationRecord, account: AccountRecord): void {
  const { email: own, emailVerified } = account;
  if (own !== null && emailVerified && addressKey(own) === addressKey(email)) return;
  const detail =
    "The invitation is for another email address. Sign in with the address that it was sent to, and confirm that address.";
  throw permissionDenied(detail, [], "invitation");
}

function expired({ expiresAt }: InvitationRecord): ApiError {
  const detail = `The invitation expired on ${toTimestamp(expiresAt)}. Ask an owner of the organization to invite you again.`;
  return new ApiError("INVITATION_EXPIRED", detail);
}

/** A 404 for an invitation that was accepted, revoked or replaced, or never existed: they are indistinguishable. */
export function invitationNotFound(): ApiError {
  const detail =
    "There is no open invitation like this: it was accepted or revoked, or never existed. Ask an owner of the organization to invite you again.";
  return new ApiError("INVITATION_NOT_FOUND", detail);
}

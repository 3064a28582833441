import type { MemberRole } from "@sinkove/contract";
import {
  createMailDeliverer,
  type InvitationMail,
  type MailDelivererOptions,
  type MailLogEntry,
  type Notice,
  type People,
  type Session,
  savePerson,
} from "../src/index.ts";
import { type Call, createWorld, type Reply, type World, type WorldOptions } from "./client.ts";
import { withoutClock } from "./webhook-post.ts";

/** A signed-in person. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** The session cookie. */
  readonly session: string;
  readonly call: (id: Parameters<World["call"]>[0], call?: Call) => Promise<Reply>;
}

/** A notice with the address to which it was sent. */
export type Received<K extends Notice["kind"]> = Extract<Notice, { readonly kind: K }> & {
  readonly to: string;
};

type Mailer = ReturnType<typeof createMailDeliverer>;

/** A world with people that records what its host receives. */
export interface Town extends World {
  readonly mails: InvitationMail[];
  /** Delivers the outbox. @returns all notices that people of this town got, one for each recipient */
  readonly notices: <K extends Notice["kind"]>(kind: K) => Promise<Received<K>[]>;
  /** Creates a deliverer of mails, whose log is in {@link mailLog}. */
  readonly hireMailer: (options?: Partial<MailDelivererOptions>) => Mailer;
  readonly mailLog: MailLogEntry[];
  readonly deleted: string[];
  /** Signs a new person up and in. */
  readonly signUp: (name: string, more?: { emailVerified?: boolean }) => Promise<Person>;
  /** Signs the same person in on another browser. */
  readonly signInAgain: (person: Person) => Person;
  readonly endSession: (person: Person) => void;
  /** Creates a person with a role in an organization, by default the world's. */
  readonly join: (role: MemberRole, organizationId?: string) => Promise<Person>;
}

/** A host that ignores all events of people. */
export const NOBODY: People = {
  sendInvitation: async () => {},
  accountDeleted: async () => {},
};

/** @param options.people the host's functions, in addition to recording mails */
export async function createTown(options: WorldOptions = {}): Promise<Town> {
  const sessions = new Map<string, Session>();
  const mails: InvitationMail[] = [];
  const received: Received<Notice["kind"]>[] = [];
  const mailLog: MailLogEntry[] = [];
  const addresses = new Set<string>();
  const deleted: string[] = [];
  const world = await createWorld({
    async findSession({ headers }) {
      const cookie = /sinkove_session=([^;]+)/.exec(headers.get("cookie") ?? "")?.[1];
      return cookie === undefined ? undefined : (sessions.get(cookie) ?? "ended");
    },
    people: {
      sendInvitation: async (mail) => void mails.push(mail),
      accountDeleted: async (id) => void deleted.push(id),
    },
    ...options,
  });
  const { store, now } = world;
  const hireMailer: Town["hireMailer"] = (more = {}) =>
    createMailDeliverer({
      store: withoutClock(store),
      // Worlds share a store, and therefore the outbox.
      send: async (to, notice) => void (addresses.has(to) && received.push({ ...notice, to })),
      clock: now,
      wait: async () => {},
      log: (entry) => mailLog.push(entry),
      slots: 5,
      ...more,
    });
  const mailer = hireMailer();
  const signIn = ({ id, name, email }: Omit<Person, "session" | "call">): Person => {
    const session = `cookie-${crypto.randomUUID()}`;
    sessions.set(session, { id: crypto.randomUUID(), accountId: id, secret: session });
    return { id, name, email, session, call: (id, call) => world.call(id, { ...call, session }) };
  };
  const signUp: Town["signUp"] = async (name, { emailVerified = true } = {}) => {
    const id = crypto.randomUUID();
    // Worlds share a store, so addresses must be unique.
    const email = `${name.toLowerCase()}.${id}@example.com`;
    addresses.add(email);
    await savePerson(store, { id, name, email, emailVerified, now: now() });
    return signIn({ id, name, email });
  };
  return {
    ...world,
    mails,
    mailLog,
    hireMailer,
    async notices(kind) {
      await mailer.deliverDue();
      return received.filter((each): each is Received<typeof kind> => each.kind === kind);
    },
    deleted,
    signUp,
    signInAgain: signIn,
    endSession: ({ session }) => void sessions.delete(session),
    async join(role, organizationId = world.organizationId) {
      const person = await signUp(role === "owner" ? "Olga" : "Max");
      const membership = { accountId: person.id, organizationId, role, joinedAt: now() };
      await store.write({ accountId: person.id }, (writer) => writer.insertMembership(membership));
      return person;
    },
  };
}

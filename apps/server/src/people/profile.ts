/** A person, as the console shows them. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly twoFactorEnabled: boolean;
}

/** The user in a response of better-auth; undefined if there is none. Leaves out other members, such as tokens. */
export function profileOf(answer: unknown): Profile | undefined {
  const user = objectOf(objectOf(answer)?.user);
  if (!user) return undefined;
  const { id, name, email, emailVerified, twoFactorEnabled } = user;
  if (typeof id !== "string" || typeof name !== "string" || typeof email !== "string")
    return undefined;
  return {
    id,
    name,
    email,
    emailVerified: emailVerified === true,
    twoFactorEnabled: twoFactorEnabled === true,
  };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null ? { ...value } : undefined;
}

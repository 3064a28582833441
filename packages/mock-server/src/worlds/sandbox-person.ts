/** A person of a world, whom a test can sign in. */
export interface SandboxPerson {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
}

/** A person of a world. Tests can sign people in. */
export interface SandboxPerson {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
}

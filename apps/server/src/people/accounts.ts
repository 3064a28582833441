/** A person as the API's account has it. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
}

/** The accounts of the API, as signing in needs them. */
export interface Accounts {
  /**
   * Creates the person's account, or updates it.
   *
   * @returns false if the account was deleted: its person must not sign in any more
   */
  save(person: Person): Promise<boolean>;
  /** Whether there is an open invitation for an email address. */
  isInvited(email: string): Promise<boolean>;
}

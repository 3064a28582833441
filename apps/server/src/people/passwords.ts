/** Hashes passwords, slowly. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(candidate: { readonly hash: string; readonly password: string }): Promise<boolean>;
}

/** The fewest characters of a password (NIST SP 800-63B asks for length, and no rules of composition). */
export const SHORTEST_PASSWORD = 12;

/** The most characters of a password. */
export const LONGEST_PASSWORD = 256;

/** scrypt as better-auth does it, loaded with the first password. */
export const scryptPasswords: Passwords = {
  hash: async (password) => (await import("better-auth/crypto")).hashPassword(password),
  verify: async (candidate) => (await import("better-auth/crypto")).verifyPassword(candidate),
};

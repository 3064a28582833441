/** Hashes passwords, slowly. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(candidate: { readonly hash: string; readonly password: string }): Promise<boolean>;
}

/** The minimum length of a password (NIST SP 800-63B requires length, not composition rules). */
export const SHORTEST_PASSWORD = 12;

/** The maximum length of a password. */
export const LONGEST_PASSWORD = 256;

/** scrypt with better-auth's parameters, loaded with the first password. */
export const scryptPasswords: Passwords = {
  hash: async (password) => (await import("better-auth/crypto")).hashPassword(password),
  verify: async (candidate) => (await import("better-auth/crypto")).verifyPassword(candidate),
};

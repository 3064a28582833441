/**
 * Two email addresses are the same if their keys are. Only ASCII letters are converted to lower case: other characters
 * that Unicode treats as the same letter, such as the Kelvin sign and K, may belong to another mailbox.
 */
export function addressKey(email: string): string {
  return email.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

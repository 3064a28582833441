/**
 * Two email addresses are the same if their keys are. Only ASCII letters lose their case: what else Unicode takes for
 * the same letter, such as the Kelvin sign for a K, may be another mailbox.
 */
export function addressKey(email: string): string {
  return email.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

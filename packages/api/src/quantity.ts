/** Writes a number of things for an error, such as "1 credit" or "12 credits". */
export function quantity(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

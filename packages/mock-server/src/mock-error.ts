/** An error that the user of the mock server can fix. The message says how. */
export class MockError extends Error {
  override readonly name = "MockError";
}

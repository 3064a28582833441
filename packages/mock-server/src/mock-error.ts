/** Something that the person who starts the mock server can put right; its message says how. */
export class MockError extends Error {
  override readonly name = "MockError";
}

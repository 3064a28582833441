/** An error that the user of the mock server can fix. The message says how. */
export class MockError extends Error {
  // Node prints the name of the class too, which is one letter in the published package.
  static {
    Object.defineProperty(MockError, "name", { value: "MockError" });
  }

  override readonly name = "MockError";
}

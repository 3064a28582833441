/** Files in memory, by path. */
export class Files {
  readonly #files: Map<string, Uint8Array<ArrayBuffer>> = new Map();

  get names(): readonly string[] {
    return [...this.#files.keys()];
  }

  read(name: string): Uint8Array<ArrayBuffer> | undefined {
    return this.#files.get(nameOf(name));
  }

  write(name: string, bytes: Uint8Array): void {
    this.#files.set(nameOf(name), new Uint8Array(bytes));
  }

  append(name: string, bytes: Uint8Array): void {
    const before = this.read(name) ?? new Uint8Array();
    const whole = new Uint8Array(before.length + bytes.length);
    whole.set(before);
    whole.set(bytes, before.length);
    this.write(name, whole);
  }

  delete(name: string): boolean {
    return this.#files.delete(nameOf(name));
  }
}

function nameOf(path: string): string {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  return (path.startsWith("/") ? "/" : "") + parts.join("/");
}

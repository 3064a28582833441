/** A file of the site that Python needs. */
export interface PythonPart {
  /** The name that Pyodide knows it by. */
  readonly name: string;
  /** The name of the file; one that ends in `.gzip` is compressed. */
  readonly file: string;
  /** The size of the file. */
  readonly bytes: number;
}

/** What `pyodide/parts.json` lists. */
export interface PythonParts {
  /** Beside the list. */
  readonly files: readonly PythonPart[];
  /** In `wheels/`. */
  readonly wheels: readonly PythonPart[];
}

/** A file that Python needs. */
export interface PythonPart {
  /** The file's name in Pyodide. */
  readonly name: string;
  /** The file's name on the site. Files that end in `.gzip` are compressed. */
  readonly file: string;
  /** The size of the file on the site. */
  readonly bytes: number;
}

/** The contents of `pyodide/parts.json`. */
export interface PythonParts {
  /** The files in `pyodide/`. */
  readonly files: readonly PythonPart[];
  /** The files in `wheels/`. */
  readonly wheels: readonly PythonPart[];
}

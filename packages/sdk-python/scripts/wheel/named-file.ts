export interface NamedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

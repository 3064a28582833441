/**
 * Thrown where a prompt asks for what the phantom cannot draw, such as another modality. It is not
 * thrown for words that are merely unknown: those are listed in `metadata.json`.
 */
export class UnsupportedPromptError extends Error {
  override readonly name: string = "UnsupportedPromptError";
  /** The words of the prompt that ask for it. */
  readonly words: string;

  /** @param message what is wrong and what to do, in whole sentences, for the dataset's owner */
  constructor(message: string, words: string) {
    super(message);
    this.words = words;
  }
}

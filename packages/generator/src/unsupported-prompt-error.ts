/**
 * Thrown if a prompt asks for something that the phantom cannot draw, such as another modality. It is not thrown for
 * unknown words, which are listed in `metadata.json`.
 */
export class UnsupportedPromptError extends Error {
  override readonly name: string = "UnsupportedPromptError";
  /** The words of the prompt that cannot be drawn. */
  readonly words: string;

  /** @param message what is wrong and what to do, in full sentences, for the dataset's owner */
  constructor(message: string, words: string) {
    super(message);
    this.words = words;
  }
}

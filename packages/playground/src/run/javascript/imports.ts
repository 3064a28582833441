import { init, parse } from "es-module-lexer/minimal/js";

/** A program imports what is not there. */
export class UnknownImportError extends Error {
  override readonly name: string = "UnknownImportError";
}

/**
 * Makes a module of a program: what it imports by name gets the address that it has in this page.
 *
 * @throws UnknownImportError for a name that has none
 */
export async function withAddresses(
  code: string,
  addresses: Readonly<Record<string, string>>,
): Promise<string> {
  await init();
  const [imports] = parse(code);
  let resolved = "";
  let position = 0;
  for (const { n: specifier, s: start, e: end, d: dynamic } of imports) {
    if (specifier === undefined) continue;
    const address = addresses[specifier];
    if (address === undefined) throw unknown(specifier, addresses);
    // A dynamic import's place holds the quotes too.
    resolved += code.slice(position, start) + (dynamic >= 0 ? JSON.stringify(address) : address);
    position = end;
  }
  return resolved + code.slice(position);
}

function unknown(name: string, addresses: Readonly<Record<string, string>>): UnknownImportError {
  const known = Object.keys(addresses).join(", ");
  return new UnknownImportError(`There is no "${name}" in this page. There are: ${known}.`);
}

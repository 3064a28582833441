import { init, parse } from "es-module-lexer/minimal/js";

/** Thrown if a program imports a module that does not exist in the page. */
export class UnknownImportError extends Error {
  override readonly name: string = "UnknownImportError";
}

/**
 * Replaces the names of imported modules in a program with their URLs in this page.
 *
 * @throws UnknownImportError if a module is unknown
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
    // The position of a dynamic import includes the quotes.
    resolved += code.slice(position, start) + (dynamic >= 0 ? JSON.stringify(address) : address);
    position = end;
  }
  return resolved + code.slice(position);
}

function unknown(name: string, addresses: Readonly<Record<string, string>>): UnknownImportError {
  const known = Object.keys(addresses).join(", ");
  return new UnknownImportError(
    `The module "${name}" is not available in this page. Available modules: ${known}.`,
  );
}

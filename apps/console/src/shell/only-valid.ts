/**
 * Wraps a function that reads search parameters, so that pages get only what it returns. The router adds what it returns
 * to the parameters in the address, so one that it leaves out as invalid would reach the page otherwise.
 *
 * @example
 * validateSearch: onlyValid(readRequestFilters)
 */
export function onlyValid<Search extends object>(
  read: (search: Record<string, unknown>) => Search,
): (search: Record<string, unknown>) => Search {
  return (search) => {
    const none = Object.fromEntries(Object.keys(search).map((name) => [name, undefined]));
    return { ...none, ...read(search) };
  };
}

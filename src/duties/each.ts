/**
 * Does the same for each, one after the other: what fails for one is done for the others all the same.
 * Throws the first failure at the end, so that the whole is tried again.
 */
export async function forEach<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = []
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

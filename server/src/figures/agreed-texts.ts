/** What all readings of a row have at each of its places: blank where they differ, and everywhere where there are none. */
export function agreedTexts(readings: readonly (readonly string[])[], count: number): readonly string[] {
  const [first, ...others] = readings;
  return Array.from({ length: count }, (_, i) => {
    const text = first?.[i] ?? '';
    return others.every((reading) => reading[i] === text) ? text : '';
  });
}

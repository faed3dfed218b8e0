/** Readings of a row, each once. */
export function distinctReadings(readings: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(readings.map((reading) => [reading.join(' '), reading])).values()];
}

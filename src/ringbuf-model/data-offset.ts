/** Bytes of a word, as which the sources declare the ring's data. */
const WORD = 4;

/** Where in the ring's data a program's cell lies, in bytes, from its name; undefined if it is no part of the data. */
export function dataOffset(cellName: string): number | undefined {
	const index = /^ringbuf\.data\[(\d+)\]$/.exec(cellName)?.[1];
	return index === undefined ? undefined : WORD * Number(index);
}

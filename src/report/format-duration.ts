/** A time in words of at most seven columns: `3 ms`, `0.31 s`, `12.3 s`, `1234 s`. */
export function formatDuration(seconds: number): string {
	if (seconds < 0.1) return `${Math.round(seconds * 1000)} ms`;
	if (seconds < 9.995) return `${seconds.toFixed(2)} s`;
	if (seconds < 99.95) return `${seconds.toFixed(1)} s`;
	return `${Math.round(seconds)} s`;
}

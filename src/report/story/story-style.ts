/** How a story is written down. */
export interface StoryStyle {
	/** No line is wider. */
	readonly width: number;
	/** Whether it has to do with ASCII, without arrows. */
	readonly isAscii: boolean;
	/** Whether accesses are shown that no other thread can notice. */
	readonly showsAll: boolean;
}

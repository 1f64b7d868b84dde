/** The sets that show on the events themselves, whatever tags there are. */
export const STRUCTURAL_SETS: readonly string[] = [
	"R",
	"W",
	"F",
	"M",
	"_",
	"IW",
	"RMW",
	"LKR",
	"LKW",
	"UL",
	"LF",
	"RL",
	"RU",
];

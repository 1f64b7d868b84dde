import { availOrder } from "./a-avail-order.ts";
import { boundByMin } from "./b-min.ts";
import { recheck } from "./c-recheck.ts";
import { headerInCopy } from "./d-header-in-copy.ts";
import { pendingScan } from "./e-pending-scan.ts";
import { commit } from "./f-commit.ts";
import { consumerPos } from "./g-consumer-pos.ts";
import { halfRound } from "./h-half-round.ts";
import { producerThenOverwrite } from "./i-producer-then-overwrite.ts";
import { neededOrderings } from "./j-needed-orderings.ts";
import type { Question } from "./question.ts";

/** The open questions of the protocol's reviews. */
export const QUESTIONS: readonly Question[] = [
	availOrder,
	boundByMin,
	recheck,
	headerInCopy,
	pendingScan,
	commit,
	consumerPos,
	halfRound,
	producerThenOverwrite,
	neededOrderings,
];

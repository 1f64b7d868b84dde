import type { SourceFile } from "../source/span.ts";
import avail from "./c/avail.h";
import availOverwrite from "./c/avail-overwrite.h";
import availOverwriteV2 from "./c/avail-overwrite-v2.h";
import commit from "./c/commit.h";
import commitHalfRound from "./c/commit-half-round.h";
import epoll from "./c/epoll.h";
import helpers from "./c/helpers.h";
import hostileConsumer from "./c/hostile-consumer.h";
import hostileProducer from "./c/hostile-producer.h";
import libbpfConsumer from "./c/libbpf-consumer.c";
import lock from "./c/lock.h";
import nested from "./c/nested.h";
import output from "./c/output.h";
import overwrite from "./c/overwrite.c";
import overwriteV1Consumer from "./c/overwrite-v1-consumer.c";
import overwriteV2 from "./c/overwrite-v2.c";
import producer from "./c/producer.h";
import record from "./c/record.h";
import ringbuf from "./c/ringbuf.h";
import userRing from "./c/user-ring.c";
import userRingbufDrain from "./c/user-ringbuf-drain.c";
import userRingbufProducer from "./c/user-ringbuf-producer.c";
import v58 from "./c/v5.8.c";
import v58Draft from "./c/v5.8-draft.c";
import v610 from "./c/v6.10.c";
import v615 from "./c/v6.15.c";

/** The variants' sources and what they include, by name. */
export const SOURCES: ReadonlyMap<string, SourceFile> = new Map(
	Object.entries({
		"avail-overwrite-v2.h": availOverwriteV2,
		"avail-overwrite.h": availOverwrite,
		"avail.h": avail,
		"commit-half-round.h": commitHalfRound,
		"commit.h": commit,
		"epoll.h": epoll,
		"helpers.h": helpers,
		"hostile-consumer.h": hostileConsumer,
		"hostile-producer.h": hostileProducer,
		"libbpf-consumer.c": libbpfConsumer,
		"lock.h": lock,
		"nested.h": nested,
		"output.h": output,
		"overwrite-v1-consumer.c": overwriteV1Consumer,
		"overwrite-v2.c": overwriteV2,
		"overwrite.c": overwrite,
		"producer.h": producer,
		"record.h": record,
		"ringbuf.h": ringbuf,
		"user-ring.c": userRing,
		"user-ringbuf-drain.c": userRingbufDrain,
		"user-ringbuf-producer.c": userRingbufProducer,
		"v5.8-draft.c": v58Draft,
		"v5.8.c": v58,
		"v6.10.c": v610,
		"v6.15.c": v615,
	}).map(([name, text]) => [name, { path: `<${name}>`, text }]),
);

import type { BaseEdge, Cycle, ReasonEdge } from "../execution/story/reason.ts";

/** A pair of events that a relation which the execution supplies has, or one that is in a set: by their indices in an execution in place of steps. */
export type EventBaseEdge = BaseEdge;

/** A pair of events that a relation of a model has, and why, by their indices; of a pair that no definition has, `names` is the base relation. */
export type EventEdge = ReasonEdge;

/** What an execution has that an axiom of its model forbids, by the events' indices. */
export type EventCycle = Cycle;

declare const RINGLIT_BUILD: string | undefined;

/**
 * Names the build that is running by all of its code: whatever another build made may mean something else.
 * Undefined where the source runs unbuilt, whose code nothing names.
 */
export const BUILD_ID: string | undefined = typeof RINGLIT_BUILD === "string" ? RINGLIT_BUILD : undefined;

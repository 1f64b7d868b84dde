/** The models that come with ringlit, each in a file of its name. */
export const SHIPPED_MODELS: readonly string[] = ["lkmm", "sc", "tso", "armv8"];

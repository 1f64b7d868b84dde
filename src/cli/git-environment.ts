/**
 * The environment for git commands that run in a folder of the user's choice. Within a hook git names the repository in
 * GIT_DIR, often without its working tree, and would then take any folder that it runs in for the top of one.
 */
export function gitEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const { GIT_DIR: _, ...rest } = environment;
	return environment.GIT_WORK_TREE === undefined ? rest : environment;
}

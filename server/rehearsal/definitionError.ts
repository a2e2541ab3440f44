/** What is wrong with a conference's file and where: `delegations[3].id: ...`. Its message is for the organiser. */
export class DefinitionError extends Error {
	override name = "DefinitionError";
	readonly path: string;

	constructor(path: string, problem: string) {
		super(`${path}: ${problem}`);
		this.path = path;
	}
}

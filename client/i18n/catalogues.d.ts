/** A catalogue as the pseudo-locale makes it; see `icuPlugin.ts`. */
declare module "*.json?pseudo" {
	const catalogue: Record<string, string>;
	export default catalogue;
}

/** What the public pages need of a catalogue; see `publicAreas.ts`. */
declare module "*.json?public" {
	const catalogue: Record<string, string>;
	export default catalogue;
}

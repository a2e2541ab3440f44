/** A catalogue as the pseudo-locale makes it; see `icuPlugin.ts`. */
declare module "*.json?pseudo" {
	const catalogue: Record<string, string>;
	export default catalogue;
}

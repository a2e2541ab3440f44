import { globSync, readFileSync } from "node:fs";
import { parseSync } from "vite";

export interface SyntaxNode {
	readonly type: string;
	readonly [field: string]: unknown;
}

export function isNode(value: unknown): value is SyntaxNode {
	return (
		typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string"
	);
}

/** @throws Error naming the file when it does not parse. */
export function parseSource(file: string, source: string): SyntaxNode {
	const { program, errors } = parseSync(file, source, { lang: "tsx" });
	if (errors.length > 0) throw new Error(`${file} does not parse: ${JSON.stringify(errors[0])}`);
	return program as unknown as SyntaxNode;
}

/** What sources write in quotes. */
export interface QuotedTexts {
	/** Every string that is written out whole, and the words in it. */
	readonly whole: ReadonlySet<string>;
	/** What stands in a template right before an expression: `tag-` of `tag-${tone}`. */
	readonly stems: ReadonlySet<string>;
}

/** The strings of all sources that the glob patterns match, comments and identifiers left out. */
export function quotedTexts(...patterns: readonly string[]): QuotedTexts {
	const whole = new Set<string>();
	const stems = new Set<string>();
	const add = (text: string) => {
		whole.add(text);
		for (const word of text.split(/[\s"'=<>]+/)) whole.add(word);
	};
	const visit = (value: unknown): void => {
		if (Array.isArray(value)) {
			for (const item of value) visit(item);
			return;
		}
		if (!isNode(value)) return;
		if (value.type === "Literal" && typeof value.value === "string") add(value.value);
		if (value.type === "TemplateLiteral") {
			const quasis = value.quasis as readonly { readonly value: { readonly raw: string } }[];
			for (const [index, quasi] of quasis.entries()) {
				add(quasi.value.raw);
				const stem = /\S+$/.exec(quasi.value.raw)?.[0];
				if (stem !== undefined && index < quasis.length - 1) stems.add(stem);
			}
		}
		/* A key such as `{ "plate-small": isSmall }` is a Literal too; a bare one is an identifier. */
		if (value.type === "Property" && isNode(value.key) && value.key.type === "Identifier")
			add(String(value.key.name));
		for (const item of Object.values(value)) visit(item);
	};
	for (const file of globSync([...patterns])) visit(parseSource(file, readFileSync(file, "utf8")));
	return { whole, stems };
}

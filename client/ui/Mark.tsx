/** What the product is called, in every language. */
export const productName = "Plenaria";

/** The product's mark: two arcs and a dot. Decorative, since the name stands beside it. */
export function Mark({ size = 26 }: { size?: number | undefined }) {
	return (
		<svg className="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
			<path d="M3 23a13 13 0 0 1 26 0" />
			<path d="M8.5 23a7.5 7.5 0 0 1 15 0" />
			<circle cx="16" cy="22.5" r="2.6" />
		</svg>
	);
}

/** Mark and name, as they stand at the start of every header. */
export function Brand({ size = 26 }: { size?: number | undefined }) {
	return (
		<span className="brand">
			<Mark size={size} />
			<span className="brand-name">{productName}</span>
		</span>
	);
}

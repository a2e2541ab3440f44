/** What a delegation is recognised by: a flag's code, or the monogram of an organisation. */
export interface Emblem {
	/** ISO 3166 alpha-2, lower case. */
	readonly flag?: string | undefined;
	/** Two to six letters; used where there is no flag. */
	readonly monogram?: string | undefined;
}

/** The widths at which flags are drawn; the height follows from 3:2. */
export type FlagWidth = 24 | 27 | 30 | 36 | 40 | 42 | 48 | 60 | 160;

/**
 * The flag of a delegation, or the monogram tile of an organisation: no emblem of the United Nations or
 * of any other body is drawn. Beside a written name it says nothing (`label` absent); alone it is named.
 */
export function Flag({
	flag,
	monogram,
	width = 27,
	label,
}: Emblem & { width?: FlagWidth | undefined; label?: string | undefined }) {
	const height = Math.round((width * 2) / 3);
	if (flag !== undefined)
		return (
			<img
				className="flag"
				src={`/flags/${flag}.svg`}
				alt={label ?? ""}
				width={width}
				height={height}
				loading="lazy"
			/>
		);
	return <Monogram letters={monogram ?? ""} width={width} height={height} label={label} />;
}

/** Drawn rather than typeset, so that it scales with its box as a flag does and needs no style attribute. */
function Monogram({
	letters,
	width,
	height,
	label,
}: {
	letters: string;
	width: number;
	height: number;
	label: string | undefined;
}) {
	const size = Math.max(11, height / 2);
	const room = width - 4;
	const tooWide = [...letters].length * size * 0.64 > room;
	return (
		<svg
			className="monogram"
			width={width}
			height={height}
			viewBox={`0 0 ${width} ${height}`}
			role={label === undefined ? undefined : "img"}
			aria-label={label}
			aria-hidden={label === undefined ? true : undefined}
		>
			<text
				x={width / 2}
				y={height / 2 + size * 0.35}
				fontSize={size}
				{...(tooWide ? { textLength: room, lengthAdjust: "spacingAndGlyphs" } : {})}
			>
				{letters}
			</text>
		</svg>
	);
}

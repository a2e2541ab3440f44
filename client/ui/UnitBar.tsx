/** One cell for each unit that was asked for: pledged, just pledged, still needed. Never a bar of per cent. */
export function UnitBar({
	pledged,
	needed,
	fresh = 0,
	label,
}: {
	pledged: number;
	needed: number;
	/** How many of the pledged ones were announced within the last six seconds. */
	fresh?: number | undefined;
	/** "50 of 76 units pledged". */
	label: string;
}) {
	return (
		<div className="unit-bar" role="img" aria-label={label}>
			{Array.from({ length: needed }, (_, index) => (
				<i
					// biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
					key={index}
					className={index >= pledged ? "unit-gap" : index >= pledged - fresh ? "unit-new" : undefined}
				/>
			))}
		</div>
	);
}

import { useSpeech } from "../i18n/intl.tsx";

/** The shape of rows that are on their way; appears only when waiting lasts longer than 300 ms. */
export function SkeletonRows({ rows = 2 }: { rows?: number | undefined }) {
	const { t } = useSpeech();
	return (
		<div className="skeleton-rows" role="status" aria-label={t("common.loading")}>
			{Array.from({ length: rows }, (_, row) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: rows without content
				<div key={row} className="skeleton-row" aria-hidden="true">
					<span className="skeleton" />
					<span className="skeleton-slots">
						{Array.from({ length: row % 2 === 0 ? 6 : 4 }, (_, slot) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: slots without content
							<span key={slot} className="skeleton" />
						))}
					</span>
					<span className="skeleton" />
				</div>
			))}
		</div>
	);
}

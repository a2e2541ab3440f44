import { useId } from "react";
import { duration } from "../i18n/time.ts";

export interface StatementLength {
	readonly id: string;
	readonly lengthMs: number;
	/** The statement that is being delivered: hatched, because it is not at its end. */
	readonly now?: boolean | undefined;
}

const height = 112;
const gap = 4;

/**
 * Length of statements. The limit lies at two thirds of the height; what goes beyond is red above its
 * dashed line. A bar that would leave the chart is cut at one and a half times the limit.
 */
export function Bars({
	statements,
	limitMs,
	label,
	width = 224,
}: {
	statements: readonly StatementLength[];
	limitMs: number;
	/** What the chart says: "13 statements, 3 over 4:00". */
	label: string;
	/** Of the drawing, in pixels at its natural size; it scales with its column. */
	width?: number | undefined;
}) {
	const hatch = useId();
	const barWidth = (width - gap * (statements.length - 1)) / Math.max(1, statements.length);
	const limit = (height * 2) / 3;
	return (
		<div className="bars">
			<svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
				<pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(35)">
					<path className="bar-now-stripe" d="M2 0v7" />
				</pattern>
				{statements.map((statement, index) => {
					const tall = Math.min(height, (statement.lengthMs / limitMs) * limit);
					const x = index * (barWidth + gap);
					if (statement.now === true)
						return (
							<g key={statement.id}>
								<rect fill={`url(#${hatch})`} x={x} y={height - tall} width={barWidth} height={tall} />
								<rect
									className="bar-now-edge"
									x={x + 0.75}
									y={height - tall + 0.75}
									width={Math.max(0, barWidth - 1.5)}
									height={Math.max(0, tall - 1.5)}
								/>
							</g>
						);
					const within = Math.min(tall, limit);
					return (
						<g key={statement.id}>
							<rect className="bar-within" x={x} y={height - within} width={barWidth} height={within} />
							{tall > limit && (
								<rect className="bar-beyond" x={x} y={height - tall} width={barWidth} height={tall - limit} />
							)}
						</g>
					);
				})}
			</svg>
			<div className="bars-limit" aria-hidden="true">
				<span>
					<bdi>{duration(limitMs)}</bdi>
				</span>
			</div>
		</div>
	);
}

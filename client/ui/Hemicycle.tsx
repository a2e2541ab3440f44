import { memo } from "react";
import { useSpeech } from "../i18n/intl.tsx";
import { classes } from "./classes.ts";
import { hemicycle } from "./hemicycle.ts";

/** One delegation's seat: `lit` has pledged (or supports, or is present), `now` is who speaks and who follows. */
export interface HallSeat {
	readonly id: string;
	readonly name: string;
	readonly lit: boolean;
	readonly now?: "floor" | "next" | undefined;
}

/**
 * The hall. Seats come in the alphabetical order of the reader's language and are never sorted here; the
 * drawing mirrors itself in right-to-left pages. No map: small states are as visible as large ones.
 */
export const Hemicycle = memo(function Hemicycle({
	seats,
	label,
	ground = "hall",
}: {
	seats: readonly HallSeat[];
	/** What the picture says, as a sentence: "41 of 83 delegations have pledged". */
	label: string;
	/** `hall` is blue on dark; `light` stands on paper and shows who is present, in green. */
	ground?: "hall" | "light" | undefined;
}) {
	const { dir } = useSpeech();
	const layout = hemicycle(seats.length, dir === "rtl");
	const { seatWidth, seatHeight } = layout;
	return (
		<svg
			className={classes("hemicycle", `hemicycle-${ground}`)}
			viewBox={`0 0 ${layout.width} ${layout.height}`}
			role="img"
			aria-label={label}
		>
			{layout.seats.map((place, index) => {
				const seat = seats[index];
				if (seat === undefined) return null;
				return (
					<g
						key={seat.id}
						className={classes("seat", seat.lit && "seat-lit", seat.now && `seat-${seat.now}`)}
						transform={`translate(${place.x} ${place.y}) rotate(${place.angle})`}
					>
						<title>{seat.name}</title>
						{seat.now === "floor" && (
							<rect
								className="seat-halo"
								x={-seatWidth / 2 - 4}
								y={-seatHeight / 2 - 4}
								width={seatWidth + 8}
								height={seatHeight + 8}
								rx="5"
							/>
						)}
						<rect x={-seatWidth / 2} y={-seatHeight / 2} width={seatWidth} height={seatHeight} rx="2" />
					</g>
				);
			})}
		</svg>
	);
});

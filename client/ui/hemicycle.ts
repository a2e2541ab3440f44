/**
 * The geometry of the hall: seats in rows of concentric arcs, numbered as delegations sit, from the
 * reader's first seat round to the last. Pure, so that server, browser and tests agree on every seat.
 */

export interface Seat {
	/** Centre, in units of the view box. */
	readonly x: number;
	readonly y: number;
	/** Rotation in degrees: every seat faces the podium. */
	readonly angle: number;
	readonly row: number;
}

export interface HemicycleLayout {
	readonly width: number;
	readonly height: number;
	readonly seatWidth: number;
	readonly seatHeight: number;
	/** In the order of seating; one for each delegation. */
	readonly seats: readonly Seat[];
}

const width = 412;
const height = 219;
const podium = { x: 206, y: 205 };
const innerRadius = 88;
const outerRadius = 184;
/** How far the arcs reach to either side of straight ahead, in degrees. */
const reach = 86;

/** How far apart the rows of a small hall stand. */
const smallStep = 24;

/** Five rows, as far as their seats stay wider than high; a larger hall gets more, lower rows, a small one fewer. */
function rowCount(seats: number): number {
	if (seats <= 40) return Math.max(1, Math.ceil(seats / 10));
	return seats <= 120 ? 5 : Math.min(10, Math.ceil(5 * Math.sqrt(seats / 120)));
}

/** Shares the seats over the rows in proportion to their length; the outermost takes what rounding leaves. */
function seatsPerRow(seats: number, radii: readonly number[]): number[] {
	const total = radii.reduce((sum, radius) => sum + radius, 0);
	const shares = radii.map((radius) => Math.round((seats * radius) / total));
	const placed = shares.reduce((sum, share) => sum + share, 0);
	return shares.map((share, row) => (row === radii.length - 1 ? share + seats - placed : share));
}

/**
 * Seats for a number of delegations. They are numbered by angle, and outwards-in where several lie on
 * one line, so that neighbours in the alphabet sit together. `mirrored` starts at the right-hand side,
 * where a right-to-left reader begins.
 */
export function hemicycle(delegations: number, mirrored = false): HemicycleLayout {
	const rows = rowCount(delegations);
	const isSmall = rows < 5;
	const step = isSmall ? smallStep : (outerRadius - innerRadius) / (rows - 1);
	const first = isSmall ? (innerRadius + outerRadius - step * (rows - 1)) / 2 : innerRadius;
	const radii = Array.from({ length: rows }, (_, row) => first + row * step);
	const counts = seatsPerRow(delegations, radii);
	const placed = radii.flatMap((radius, row) => {
		const count = counts[row] ?? 0;
		return Array.from({ length: count }, (_, index) => ({
			row,
			radius,
			angle: count === 1 ? 0 : -reach + (2 * reach * index) / (count - 1),
		}));
	});
	const nearlyEqual = 1e-6;
	placed.sort((one, other) =>
		Math.abs(one.angle - other.angle) > nearlyEqual ? one.angle - other.angle : other.row - one.row,
	);
	const round = (value: number) => Math.round(value * 10) / 10;
	const seats = placed.map(({ row, radius, angle }) => {
		const radians = (angle * Math.PI) / 180;
		const x = round(podium.x + radius * Math.sin(radians));
		return {
			row,
			x: mirrored ? round(width - x) : x,
			y: round(podium.y - radius * Math.cos(radians)),
			angle: mirrored ? 0 - round(angle) : round(angle),
		};
	});
	const closest = Math.min(
		...radii.map((radius, row) => {
			const count = counts[row] ?? 0;
			return count < 2 ? Number.POSITIVE_INFINITY : ((2 * reach * Math.PI) / 180) * (radius / (count - 1));
		}),
	);
	return {
		width,
		height,
		seatWidth: round(Math.min(19.5, closest * 0.78)),
		seatHeight: round(Math.min(15, step * 0.625)),
		seats,
	};
}

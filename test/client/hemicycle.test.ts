import { describe, expect, test } from "vitest";
import { hemicycle } from "../../client/ui/hemicycle.ts";

describe("the hemicycle", () => {
	test.each([0, 1, 2, 3, 4, 5, 12, 52, 83, 120, 121, 155, 193, 200, 250])(
		"has one seat for each of %i delegations",
		(count) => {
			expect(hemicycle(count).seats).toHaveLength(count);
		},
	);

	test("seats 83 delegations in five rows of 11, 14, 17, 20 and 21", () => {
		const { seats } = hemicycle(83);
		const perRow = [0, 1, 2, 3, 4].map((row) => seats.filter((seat) => seat.row === row).length);
		expect(perRow).toEqual([11, 14, 17, 20, 21]);
		expect(seats[0]).toEqual({ row: 4, x: 22.4, y: 192.2, angle: -86 });
		expect(seats[5]).toEqual({ row: 4, x: 26.4, y: 164.9, angle: -77.4 });
		expect(seats[82]).toEqual({ row: 0, x: 293.8, y: 198.9, angle: 86 });
	});

	test("seats a small hall in as few rows as it needs, so that nobody sits behind an empty arc", () => {
		const rowsOf = (count: number) => new Set(hemicycle(count).seats.map(({ row }) => row)).size;
		expect([1, 6, 10, 11, 25, 40, 41].map(rowsOf)).toEqual([1, 1, 1, 2, 3, 4, 5]);
	});

	test("numbers seats round the hall, never backwards", () => {
		for (const count of [2, 17, 83, 193]) {
			const angles = hemicycle(count).seats.map((seat) => seat.angle);
			expect(angles).toEqual([...angles].sort((one, other) => one - other));
		}
	});

	test("mirrors: a right-to-left reader begins at the right-hand side", () => {
		const left = hemicycle(83).seats;
		const right = hemicycle(83, true).seats;
		expect(right[0]?.x).toBeCloseTo(412 - left[0]!.x, 1);
		for (const [index, seat] of right.entries()) {
			expect(seat.x).toBeCloseTo(412 - left[index]!.x, 1);
			expect(seat.y).toBe(left[index]!.y);
			expect(seat.angle + left[index]!.angle).toBeCloseTo(0, 5);
		}
	});

	test.each([5, 40, 83, 120, 121, 193, 250])(
		"keeps the seats of %i delegations apart and in the picture",
		(count) => {
			const { seats, seatWidth, seatHeight, width, height } = hemicycle(count);
			expect(seatWidth).toBeGreaterThan(5);
			expect(seatHeight).toBeGreaterThan(5);
			const reach = Math.min(seatWidth, seatHeight);
			for (const [index, seat] of seats.entries()) {
				expect(seat.x).toBeGreaterThan(reach / 2);
				expect(seat.x).toBeLessThan(width - reach / 2);
				expect(seat.y).toBeGreaterThan(reach / 2);
				expect(seat.y).toBeLessThan(height - reach / 2);
				for (const other of seats.slice(index + 1))
					expect(Math.hypot(seat.x - other.x, seat.y - other.y)).toBeGreaterThan(reach);
			}
		},
	);
});

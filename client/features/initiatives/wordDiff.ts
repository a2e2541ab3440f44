/** A stretch of text that both versions have, or only one of them. */
export interface DiffPart {
	readonly kind: "same" | "added" | "removed";
	readonly text: string;
}

/** Beyond so many changed words a comparison says less than the two texts do, and costs memory by its square. */
const mostChanges = 1_500;

/** What became of a text, by words as its language divides them; what was removed stands before what was added. */
export function wordDiff(before: string, after: string, language: string): DiffPart[] {
	const a = wordsOf(before, language);
	const b = wordsOf(after, language);
	let head = 0;
	while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
	let tail = 0;
	while (
		tail < a.length - head &&
		tail < b.length - head &&
		a[a.length - 1 - tail] === b[b.length - 1 - tail]
	)
		tail += 1;
	const same = (text: string): DiffPart => ({ kind: "same", text });
	return gathered(
		slid([
			...a.slice(0, head).map(same),
			...changes(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
			...a.slice(a.length - tail).map(same),
		]),
	);
}

function wordsOf(text: string, language: string): string[] {
	const segmenter = new Intl.Segmenter(language, { granularity: "word" });
	return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** The shortest edit from one list of words to the other (Myers 1986), one word a part. */
function changes(a: readonly string[], b: readonly string[]): DiffPart[] {
	const trace = shortestEdit(a, b);
	if (trace === undefined)
		return [
			{ kind: "removed", text: a.join("") },
			{ kind: "added", text: b.join("") },
		];
	const parts: DiffPart[] = [];
	let x = a.length;
	let y = b.length;
	for (let d = trace.length - 1; d >= 0; d -= 1) {
		const furthest = trace[d] ?? new Map<number, number>();
		const k = x - y;
		const isDown = k === -d || (k !== d && at(furthest, k - 1) < at(furthest, k + 1));
		const from = isDown ? k + 1 : k - 1;
		const fromX = d === 0 ? 0 : at(furthest, from);
		const fromY = d === 0 ? 0 : fromX - from;
		while (x > fromX && y > fromY) {
			parts.push({ kind: "same", text: a[x - 1] ?? "" });
			x -= 1;
			y -= 1;
		}
		if (d === 0) break;
		if (isDown) parts.push({ kind: "added", text: b[y - 1] ?? "" });
		else parts.push({ kind: "removed", text: a[x - 1] ?? "" });
		x = fromX;
		y = fromY;
	}
	return parts.reverse();
}

/** For every number of edits how far each diagonal had come before it; nothing when there are too many edits. */
function shortestEdit(a: readonly string[], b: readonly string[]): ReadonlyMap<number, number>[] | undefined {
	const furthest = new Map<number, number>([[1, 0]]);
	const trace: ReadonlyMap<number, number>[] = [];
	for (let d = 0; d <= Math.min(a.length + b.length, mostChanges); d += 1) {
		trace.push(new Map(furthest));
		for (let k = -d; k <= d; k += 2) {
			const isDown = k === -d || (k !== d && at(furthest, k - 1) < at(furthest, k + 1));
			let x = isDown ? at(furthest, k + 1) : at(furthest, k - 1) + 1;
			let y = x - k;
			while (x < a.length && y < b.length && a[x] === b[y]) {
				x += 1;
				y += 1;
			}
			furthest.set(k, x);
			if (x >= a.length && y >= b.length) return trace;
		}
	}
	return undefined;
}

function at(furthest: ReadonlyMap<number, number>, diagonal: number): number {
	return furthest.get(diagonal) ?? 0;
}

/**
 * Where words may be taken for new at several places, the last: in "A. B." the new sentence is " B.", not ". B".
 * One word a part.
 */
function slid(parts: readonly DiffPart[]): DiffPart[] {
	const words = [...parts];
	for (let from = 0; from < words.length; from += 1) {
		const kind = words[from]?.kind;
		if (kind === undefined || kind === "same" || (words[from - 1]?.kind ?? "same") !== "same") continue;
		let to = from;
		while (words[to + 1]?.kind === kind) to += 1;
		for (;;) {
			const first = words[from];
			const next = words[to + 1];
			if (first === undefined || next?.kind !== "same" || next.text !== first.text) break;
			words[from] = next;
			words[to + 1] = first;
			from += 1;
			to += 1;
		}
		from = to;
	}
	return words;
}

/** Neighbours of one kind as one part; a space alone between changes is changed with them, so that phrases stay whole. */
function gathered(parts: readonly DiffPart[]): DiffPart[] {
	const found: DiffPart[] = [];
	let removed = "";
	let added = "";
	let space = "";
	const flush = () => {
		if (removed !== "") found.push({ kind: "removed", text: removed });
		if (added !== "") found.push({ kind: "added", text: added });
		removed = "";
		added = "";
	};
	for (const { kind, text } of parts) {
		if (text === "") continue;
		if (kind !== "same") {
			removed += space;
			added += space;
			space = "";
			if (kind === "removed") removed += text;
			else added += text;
		} else if (space === "" && (removed !== "" || added !== "") && text.trim() === "") {
			space = text;
		} else {
			flush();
			const last = found.at(-1);
			if (last?.kind === "same") found[found.length - 1] = { kind, text: last.text + space + text };
			else found.push({ kind, text: space + text });
			space = "";
		}
	}
	flush();
	if (space !== "") found.push({ kind: "same", text: space });
	return found;
}

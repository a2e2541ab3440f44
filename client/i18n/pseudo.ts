import { type MessageFormatElement, TYPE } from "@formatjs/icu-messageformat-parser";

const accents: Readonly<Record<string, string>> = {
	a: "ȧ",
	b: "ƀ",
	c: "ƈ",
	d: "ḓ",
	e: "ḗ",
	f: "ƒ",
	g: "ɠ",
	h: "ħ",
	i: "ī",
	j: "ĵ",
	k: "ķ",
	l: "ŀ",
	m: "ḿ",
	n: "ƞ",
	o: "ǿ",
	p: "ƥ",
	q: "ɋ",
	r: "ř",
	s: "ş",
	t: "ŧ",
	u: "ŭ",
	v: "ṽ",
	w: "ẇ",
	x: "ẋ",
	y: "ẏ",
	z: "ẑ",
	A: "Ȧ",
	B: "Ɓ",
	C: "Ƈ",
	D: "Ḓ",
	E: "Ḗ",
	F: "Ƒ",
	G: "Ɠ",
	H: "Ħ",
	I: "Ī",
	J: "Ĵ",
	K: "Ķ",
	L: "Ŀ",
	M: "Ḿ",
	N: "Ƞ",
	O: "Ǿ",
	P: "Ƥ",
	Q: "Ɋ",
	R: "Ř",
	S: "Ş",
	T: "Ŧ",
	U: "Ŭ",
	V: "Ṽ",
	W: "Ẇ",
	X: "Ẋ",
	Y: "Ẏ",
	Z: "Ẑ",
};

/** Vowels are doubled, which makes an English text about 40 % longer, as German or Russian would be. */
function stretch(text: string): string {
	return [...text]
		.map((letter) => {
			const accented = accents[letter] ?? letter;
			return /[aeiouy]/i.test(letter) ? accented + accented : accented;
		})
		.join("");
}

function stretchElement(element: MessageFormatElement): MessageFormatElement {
	switch (element.type) {
		case TYPE.literal:
			return { ...element, value: stretch(element.value) };
		case TYPE.plural:
		case TYPE.select: {
			const options = Object.entries(element.options).map(([key, option]) => [
				key,
				{ ...option, value: option.value.map(stretchElement) },
			]);
			return { ...element, options: Object.fromEntries(options) } as MessageFormatElement;
		}
		case TYPE.tag:
			return { ...element, children: element.children.map(stretchElement) };
		default:
			return element;
	}
}

/**
 * Turns a parsed English message into one that is visibly not English: accented, longer, in brackets
 * that show where it was cut. Arguments and tags stay as they are.
 */
export function pseudo(message: MessageFormatElement[]): MessageFormatElement[] {
	const bracket = (value: string): MessageFormatElement => ({ type: TYPE.literal, value });
	return [bracket("["), ...message.map(stretchElement), bracket("]")];
}

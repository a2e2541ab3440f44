import { Message } from "../i18n/intl.tsx";

/** "Rehearsal data": no picture of a rehearsal may pass for the real conference. */
export function Stamp({ place }: { place: "console" | "page" | "screen" }) {
	return (
		<div className={`stamp stamp-${place}`}>
			<Message id="common.rehearsalData" />
		</div>
	);
}

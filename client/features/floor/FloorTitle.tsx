import { inLanguage } from "../../../shared/conference/common.ts";
import type { FloorStatement } from "../../../shared/conference/floor.ts";
import { useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Names } from "../../i18n/Name.tsx";
import { languageOf, nameOf } from "../delegations/delegation.ts";

/** Under the name on a plate: what the floor is had for, the speaker's title, for whom it is, and whether it is a recording. */
export function FloorTitle({ statement }: { statement: FloorStatement }) {
	const { locale } = useSpeech();
	const delegations = useSelect((state) => state.delegations.delegations);
	const { kind, plate, onBehalfOf, jointly, recorded } = statement;
	const parts = [
		(kind === "pointOfOrder" || kind === "reply") && (
			<b key="kind" className={`plate-kind plate-kind-${kind}`}>
				<Message id={kind === "reply" ? "floor.reply" : "floor.pointOfOrder"} />
			</b>
		),
		plate !== null && (
			<bdi key="title" lang={languageOf(plate.title, locale)}>
				{inLanguage(plate.title, locale)}
			</bdi>
		),
		onBehalfOf !== null && (
			<span key="group">
				<Message id="floor.onBehalfOf" values={{ group: <bdi>{onBehalfOf}</bdi> }} />
			</span>
		),
		jointly.length > 0 && (
			<span key="jointly">
				<Message
					id="floor.jointly"
					values={{
						names: (
							<Names
								names={jointly.map((id) => nameOf(delegations.get(id), id, locale))}
								type="conjunction"
							/>
						),
					}}
				/>
			</span>
		),
		recorded && (
			<span key="recorded">
				<Message id="floor.recorded" />
			</span>
		),
	].filter((part) => part !== false);
	return parts.flatMap((part, index) => (index === 0 ? [part] : [" · ", part]));
}
